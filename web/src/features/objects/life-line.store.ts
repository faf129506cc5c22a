import { useI18n } from 'vue-i18n';
import type { LifeEntry } from '@wangge/shared/life';
import type { TimelineLine } from '../../ui/ObjectTimeline.vue';
import { useDistrictStore } from '../district/district.store.ts';

/** What of a line is worded by the kind of object. */
export interface LineWords {
  readonly what: string;
  readonly note?: string;
}

/**
 * Puts a line of an object's record into words: who in which role for which unit, where, and the state before and after.
 *
 *     const toLine = useLifeLine((state) => t(`calls.state.${state}`));
 *     detail.timeline.map((entry) => toLine(entry, { what: t(`calls.event.${entry.event}`) }))
 */
export function useLifeLine(stateText: (state: string) => string): (entry: LifeEntry, words: LineWords) => TimelineLine {
  const { t } = useI18n();
  const district = useDistrictStore();

  return ({ revision, at, actorName, actorRole, unitId, before, after, lngLat, note, photos }, words) => {
    const role = actorRole === 'channel' ? '' : t(`case.role.${actorRole}`);
    const changes = before === after ? [] : [{ name: t('ui.timeline.state'), before: before === null ? '' : stateText(before), after: stateText(after) }];
    return {
      id: revision, at, what: words.what, who: [...new Set([role, actorRole === 'system' ? '' : actorName])].filter(Boolean).join(' '),
      unit: unitId === null ? '' : district.teamNames.get(unitId) ?? district.departmentNames.get(unitId) ?? '',
      where: lngLat ? district.placeAt(lngLat) : '', note: words.note ?? note ?? '', changes, photos,
    };
  };
}
