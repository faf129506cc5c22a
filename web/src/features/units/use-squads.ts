import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useWallWords } from '../../i18n/use-wall-words.ts';
import { shortMatter } from '../../ui/format.ts';
import { useHeldNow } from '../../ui/held-now.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useDistrictStore } from '../district/district.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { squadsOnDuty, type Squad } from './squads.ts';
import { useUnitsStore } from './units.store.ts';

/** A squad with what it does and how it goes, in words. */
export interface SquadRow extends Squad {
  readonly task: string;
  readonly note: string;
}

const STANDS_BELOW_KMH = 2;
const FALLBACK_STALE_MS = 300_000;

/** The squads on duty as the wall tells of them; reckoned anew each second, for positions are not reactive. */
export function useSquads(): ComputedRef<readonly SquadRow[]> {
  const { t } = useI18n();
  const words = useWallWords();
  const units = useUnitsStore();
  const cases = useCasesStore();
  const district = useDistrictStore();
  const link = useLinkStatusStore();
  const now = useHeldNow(link);

  function task({ standing, row, fixAt, speedKmh }: Squad): string {
    if (standing === 'stale') return fixAt === null ? t('wall.force.noFix') : t('wall.force.fixOld', { span: words.span(now.value - fixAt) });
    if (row === null) return t(speedKmh < STANDS_BELOW_KMH ? 'wall.force.standing' : 'wall.force.patrolling');
    const place = { village: district.villageShortNames.get(row.villageCode) ?? '', matter: shortMatter(row.matter) };
    return t(row.order !== null && row.order.arrivedAt === null ? 'wall.force.going' : 'wall.force.at', place);
  }

  function note({ standing, row, speedKmh, isOffline }: Squad): string {
    if (standing === 'stale') return t(isOffline ? 'wall.force.offline' : 'wall.force.old');
    const order = row?.order;
    if (!order) return t('wall.force.speed', { n: Math.round(speedKmh) });
    if (order.arrivedAt !== null) return t('wall.force.onSite');
    if (order.signedAt === null) return t('wall.force.signing');
    if (order.etaAt === null || link.isLost) return t(`case.state.${row.state}`);
    const minutes = words.minutesTo(order.etaAt, now.value);
    return minutes === 0 ? t('wall.force.arriving') : t('wall.force.arriveIn', { n: minutes });
  }

  return computed(() => {
    const staleFixMs = district.district?.rules.staleFixMs ?? FALLBACK_STALE_MS;
    const squads = squadsOnDuty(units.rows.values(), { cases: cases.rows, positions: units.positions, now: now.value, staleFixMs });
    return squads.map((squad) => ({ ...squad, task: task(squad), note: note(squad) }));
  });
}
