import { computed, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useLinkStatusStore } from '../../features/link-status/link-status.store.ts';
import { useTimeWords } from '../../i18n/use-time-words.ts';

/** Whether the data lives and how old it is, in words. */
export interface DeskLink {
  readonly isLive: ComputedRef<boolean>;
  readonly age: ComputedRef<string>;
  readonly text: ComputedRef<string>;
}

export function useDeskLink(now: Ref<number>): DeskLink {
  const { t } = useI18n();
  const time = useTimeWords();
  const store = useLinkStatusStore();
  const isLive = computed(() => store.status === 'live');
  const age = computed(() => {
    if (!store.lastMessageAt) return t('desk.link.ageNone');
    const ageMs = now.value - store.serverOffsetMs - store.lastMessageAt;
    return t('desk.link.ageSeconds', { n: Math.max(0, Math.round(ageMs / 1_000)) });
  });
  const text = computed(() => {
    if (store.status === 'lost') return t('desk.link.lost', { since: time.clockTime((store.lostSince ?? now.value) + store.serverOffsetMs) });
    return store.status === 'live' ? t('desk.link.live', { age: age.value }) : t(`desk.link.${store.status}`);
  });
  return { isLive, age, text };
}
