import { useI18n } from 'vue-i18n';
import { MINUTE_MS } from '@wangge/shared/base';
import { isLateFenceEvent, type FenceEvent } from '@wangge/shared/fence';

/** What a fence told, in words, for the list and for its page. */
export function useFenceWords() {
  const { t } = useI18n();
  const lasted = ({ at: when, since }: FenceEvent): string => (since === null ? '' : t('fences.minutes', { n: Math.max(1, Math.round((when - since) / MINUTE_MS)) }));
  return {
    title: (event: FenceEvent): string => t(`fences.told.${event.happening}`, { unit: event.unitName, fence: event.fenceName, span: lasted(event) }),
    note: (event: FenceEvent): string => [t(`map.fence.${event.fenceKind}`), isLateFenceEvent(event) ? t('fences.late') : ''].filter(Boolean).join(' · '),
  };
}
