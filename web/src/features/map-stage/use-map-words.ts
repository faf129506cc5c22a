import type { TeamId } from '@wangge/shared/base';
import { HOUR_MS, MINUTE_MS } from '@wangge/shared/base';
import { useI18n } from 'vue-i18n';
import { durationParts } from '../../i18n/duration-parts.ts';
import { useDistrictStore } from '../district/district.store.ts';
import type { CaseTimeWords } from './cases.layer.ts';
import type { WayWords } from './dispatch.layer.ts';

/** All words that labels on a map are made of. */
export type MapWords = CaseTimeWords & WayWords & { length(lengthM: number): string };

export function useMapWords(): MapWords {
  const { t } = useI18n();
  const district = useDistrictStore();

  /** 3天6时, 9时, 40分: beside a mark there is room for days with hours, or for one unit. */
  function span(spanMs: number): string {
    const all = durationParts(spanMs);
    const parts = all[0]?.unit === 'day' ? all.filter(({ unit }) => unit !== 'minute') : all.slice(0, 1);
    return parts.length > 0 ? parts.map(({ unit, n }) => t(`map.${unit}`, { n })).join('').trim() : t('map.underMinute');
  }

  /** Minutes rounded up, as one promises an arrival. */
  function travel(ms: number): string {
    const minutes = Math.max(1, Math.ceil(ms / MINUTE_MS));
    return ms < HOUR_MS ? t('map.minutes', { n: minutes }) : t('map.hours', { h: Math.floor(minutes / 60), n: minutes % 60 });
  }

  function length(lengthM: number): string {
    return lengthM < 950 ? t('map.metres', { n: Math.round(lengthM / 10) * 10 }) : t('map.kilometres', { n: (lengthM / 1_000).toFixed(lengthM < 9_950 ? 1 : 0) });
  }

  return {
    length,
    over: (spanMs) => t('map.over', { span: span(spanMs) }),
    left: (spanMs) => t('map.left', { span: span(spanMs) }),
    eta: (leftMs, distanceM) => t(leftMs > 0 ? 'map.eta' : 'map.etaNow', { time: travel(leftMs), distance: length(distanceM) }),
    candidate: (rank: number, teamId: TeamId, etaMs: number) => t('map.candidate', { rank, team: district.teamNames.get(teamId) ?? '', time: travel(etaMs) }),
  };
}
