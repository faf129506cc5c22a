import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { TickerItem } from '@wangge/shared/wire';
import { useWallWords } from '../../i18n/use-wall-words.ts';
import { shortMatter } from '../../ui/format.ts';
import { useDistrictStore } from '../district/district.store.ts';
import { useTickerStore } from './ticker.store.ts';

/** One broadcast in words. */
export interface TickerLine {
  readonly key: string;
  readonly time: string;
  readonly clock: string;
  readonly place: string;
  readonly sentence: string;
}

/** The broadcasts, newest first, as sentences. */
export function useTickerLines(): ComputedRef<readonly TickerLine[]> {
  const { t, te } = useI18n();
  const words = useWallWords();
  const store = useTickerStore();
  const district = useDistrictStore();

  function sentence({ event, unitName, etaAt, at }: TickerItem): string {
    const withTeam = `wall.ticker.event.${event}-team`;
    const plain = `wall.ticker.event.${event}`;
    const said = unitName !== null && te(withTeam) ? t(withTeam, { unit: unitName }) : t(te(plain) ? plain : 'wall.ticker.event.other');
    const isPromise = (event === 'dispatched' || event === 'departed' || event === 'signed') && etaAt !== null && etaAt > at;
    return isPromise ? said + t('wall.ticker.eta', { n: words.minutesTo(etaAt, at) }) : said;
  }

  return computed(() => store.items.map((item) => ({
    key: `${item.seq} ${item.caseId}`, time: words.hourMinute(item.at), clock: words.clock(item.at),
    place: (item.isDrill ? `${t('ui.drill')} · ` : '') + t('wall.ticker.place', { village: district.villageNames.get(item.villageCode) ?? '', matter: shortMatter(item.matter) }), sentence: sentence(item),
  })));
}
