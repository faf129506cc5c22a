import { useI18n } from 'vue-i18n';
import { lampAt, type Lamp } from '@wangge/shared/calendar';
import { nextStop, type CallRow, type InTime } from '@wangge/shared/call';
import { useTimeWords, type TimeWords } from '../../i18n/use-time-words.ts';
import { useDistrictStore } from '../district/district.store.ts';

/** A call in words of the reader. */
export interface CallWords extends TimeWords {
  unit(id: string | null): string;
  /** A unit of the county without the county's name before it, where space is short. */
  shortUnit(id: string): string;
  /** Who is called: the unit, or the tier while the upper one has not chosen. */
  called(call: Pick<CallRow, 'to' | 'toUnitId'>): string;
  /** Who calls: the grid, the village or the township. */
  caller(call: Pick<CallRow, 'from' | 'townCode' | 'fromUnitId' | 'areaCode'>): string;
  /** What is left until the next stop, or how late it is; empty where nothing runs. */
  due(call: CallRow, now: number): { readonly text: string; readonly lamp: Lamp | null };
  /** 86%, or 「—」 where there is nothing to judge. */
  share(inTime: InTime): string;
}

export function useCallWords(): CallWords {
  const { t } = useI18n();
  const time = useTimeWords();
  const district = useDistrictStore();
  const unit = (id: string | null): string => (id === null ? '' : district.departmentNames.get(id) ?? '');

  function shortUnit(id: string): string {
    const county = district.district?.county ?? '';
    const name = unit(id);
    return county !== '' && name.startsWith(county) ? name.slice(county.length) : name;
  }

  function due(call: CallRow, now: number): { text: string; lamp: Lamp | null } {
    const next = nextStop(call);
    if (!next) return { text: '', lamp: null };
    const leftMs = next.clock.dueAt - now;
    const span = time.span(Math.abs(leftMs));
    return { text: t(leftMs >= 0 ? 'calls.time.left' : 'calls.time.over', { stop: t(`calls.stop.${next.name}`), span }), lamp: lampAt(next.clock, now) };
  }

  return {
    ...time, unit, shortUnit, due,
    called: ({ to, toUnitId }) => unit(toUnitId) || t(`calls.tier.${to}`),
    caller: ({ from, townCode, fromUnitId, areaCode }) => {
      const name = from === 'township' ? district.townNames.get(townCode) : from === 'village' ? unit(fromUnitId) : district.district?.grids.find(({ code }) => code === areaCode)?.name;
      return name || t(`calls.tier.${from}`);
    },
    share: ({ inTime, of }) => (of === 0 ? '—' : `${Math.round((100 * inTime) / of)}%`),
  };
}
