import { computed, watch, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useLinkStatusStore } from '../../features/link-status/link-status.store.ts';
import { useTimeWords } from '../../i18n/use-time-words.ts';

/** Whether the data lives and how old it is, in words. */
export interface DeskLink {
  readonly isLive: ComputedRef<boolean>;
  readonly isLost: ComputedRef<boolean>;
  readonly age: ComputedRef<string>;
  readonly text: ComputedRef<string>;
}

/** `onRefused`: the server no longer lets this page watch. */
export function useDeskLink(now: Readonly<Ref<number>>, onRefused: () => void): DeskLink {
  const { t } = useI18n();
  const time = useTimeWords();
  const store = useLinkStatusStore();
  const isLive = computed(() => store.status === 'live' && store.pastAt === null);
  const isLost = computed(() => store.isLost);
  const age = computed(() => {
    const { lastWordAt } = store;
    if (lastWordAt === null) return t('desk.link.ageNone');
    if (store.isLost) return t('desk.link.asOf', { at: time.clockTime(lastWordAt) });
    return t('desk.link.ageSeconds', { n: Math.max(0, Math.round((now.value - lastWordAt) / 1_000)) });
  });
  const text = computed(() => {
    if (store.pastAt !== null) return t('desk.link.past', { at: time.clockTime(store.pastAt) });
    if (store.status === 'lost') return t('desk.link.lost', { since: time.clockTime((store.lostSince ?? now.value) + store.serverOffsetMs) });
    return store.status === 'live' ? t('desk.link.live', { age: age.value }) : t(`desk.link.${store.status}`);
  });

  watch(() => store.refusedCode, (code) => { if (code === 'NOT_SIGNED_IN') onRefused(); });
  return { isLive, isLost, age, text };
}
