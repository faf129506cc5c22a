import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSosStore } from '../../features/orders/sos.store.ts';
import { useTimeWords } from '../../i18n/use-time-words.ts';

/** How a call for help stands, in two sentences; null while none is open. */
export function useSosWords(now: () => number): ComputedRef<{ readonly title: string; readonly sub: string; readonly isKnown: boolean } | null> {
  const { t } = useI18n();
  const time = useTimeWords();
  const sos = useSosStore();
  return computed(() => {
    const { open } = sos;
    if (!open) return null;
    const { known, calledAt } = open;
    if (!known) return { title: t('field.sos.raised', { at: time.dayTime(calledAt, now()) }), sub: t('field.sos.raisedHint'), isKnown: false };
    return { title: t('field.sos.known', { at: time.dayTime(known.at, now()) }), sub: t('field.sos.knownHint', { role: t(`case.role.${known.role}`), name: known.name }), isKnown: true };
  });
}
