import { INDICATOR_IDS, periodAt, periodBefore, type IndicatorId, type Period } from '@wangge/shared/appraisal';
import type { Actor } from '@wangge/shared/access';
import { isInArea } from '@wangge/shared/access';
import { refuse, ok, type Result, asId, type CaseId } from '@wangge/shared/base';
import type { BriefingContent, BriefingKind, BriefingNote, FrozenFigure, FrozenPicture } from '@wangge/shared/briefing';
import type { Case } from '@wangge/shared/case';
import type { PeriodFigures } from '../../appraisal/period-figures.api.ts';
import type { CaseFeed } from '../../cases/case-feed.api.ts';
import type { DistrictApi } from '../../district/district.api.ts';
import type { FiguresApi } from '../../figures/figures.api.ts';
import { KIND_WORDS } from '../words.ts';
import { freezeCase, worstCases } from './cases.ts';
import { freezeLive, isLiveId } from './live-figures.ts';
import { freezeMap } from './map.ts';
import { freezePeriod } from './period-figures.ts';
import { freezeRanking } from './ranking.ts';
import { freezeTrend } from './trend.ts';

/** Where the figures of a briefing come from. */
export interface FreezeSources {
  readonly figures: Pick<FiguresApi, 'read'>;
  readonly periods: PeriodFigures;
  readonly cases: Pick<CaseFeed, 'get' | 'all'>;
  readonly district: DistrictApi;
  maySeeCase(actor: Actor, item: Case): boolean;
}

/** What is to be frozen. `which`: the period that runs, or the last one that is over. `caseIds` null: the overdue ones, longest first. */
export interface FreezeWish {
  readonly kind: BriefingKind;
  readonly which: 'running' | 'last';
  readonly areaCode: string;
  readonly title: string | null;
  readonly figureIds: readonly string[];
  readonly caseIds: readonly string[] | null;
  readonly notes: readonly BriefingNote[];
  readonly withMap: boolean;
  readonly picture: FrozenPicture | null;
  readonly unmaskFor: string | null;
}

const MOST_WORST = 10;

/** The period a briefing is about. */
export function periodOf(kind: BriefingKind, which: FreezeWish['which'], now: number): Period {
  const running = periodAt(kind === 'moment' ? 'day' : kind, now);
  return which === 'last' ? periodBefore(running) : running;
}

/** The name of an area and of the room that speaks for it; null for one the district does not have. */
function areaNamed(district: DistrictApi, areaCode: string): BriefingContent['area'] | null {
  const whole = district.current();
  const code = areaCode === '' ? whole.code : areaCode;
  if (code === whole.code) return { code, name: whole.town, room: whole.room };
  const town = whole.towns.find((one) => one.code === code);
  if (town) return { code, name: town.name, room: town.room };
  const village = whole.villages.find((one) => one.code === code);
  return village ? { code, name: village.name, room: whole.room } : null;
}

/** Reads everything a briefing shows at one moment, from the counts that wall and desk show. Refused: an area, figure or case that is not there for this actor. */
export function freezeContent(sources: FreezeSources, wish: FreezeWish, actor: Actor, now: number): Result<BriefingContent> {
  const { district, cases, periods } = sources;
  const area = areaNamed(district, wish.areaCode);
  if (!area) return refuse('FIELD_INVALID', { field: 'areaCode', rule: 'BF2' });
  const isWhole = area.code === district.current().code;
  const scope = isWhole ? '' : area.code;
  const period = periodOf(wish.kind, wish.which, now);
  const live = sources.figures.read(now, scope);
  const chosen: FrozenFigure[] = [];
  for (const id of wish.figureIds) {
    const figure = isLiveId(id) ? freezeLive(id, live) : INDICATOR_IDS.some((one) => one === id) ? freezePeriod(id as IndicatorId, periods, scope, period, now) : null;
    if (!figure) return refuse('FIELD_INVALID', { field: 'figureIds', detail: id, rule: 'BF2' });
    chosen.push(figure);
  }
  const isSeen = (item: Case): boolean => isInArea(item.villageCode, scope) && (actor.role === 'system' || sources.maySeeCase(actor, item));
  const picked = wish.caseIds === null ? worstCases(cases.all(), isSeen, MOST_WORST, now) : wish.caseIds.map((id) => cases.get(asId<CaseId>(id)));
  const missing = picked.findIndex((item) => !item || !isSeen(item));
  if (missing >= 0) return refuse('FIELD_INVALID', { field: 'caseIds', detail: wish.caseIds?.[missing] ?? '', rule: 'BF2' });
  const { startAt, endAt, key } = period;
  const { red, yellow, green, paused } = live.lamps;
  return ok({
    kind: wish.kind, title: wish.title ?? `${area.name}社会治理${KIND_WORDS[wish.kind]}`, area, period: { key, startAt, endAt }, asOf: now, isDemo: district.current().isDemo,
    figures: chosen, lamps: { open: live.today.open, red, yellow, green, paused },
    trend: freezeTrend(wish.kind, live, periods, scope, period),
    ranking: freezeRanking({ kind: wish.kind, seen: district.within(scope), live, figures: periods, period }),
    cases: picked.map((item) => freezeCase(item!, district, wish.unmaskFor !== null, now)),
    map: wish.withMap ? freezeMap({ district, cases: cases.all(), live, areaCode: scope, isOpen: wish.unmaskFor !== null, isSeen, now }) : null,
    notes: wish.notes, picture: wish.picture, unmaskedFor: wish.unmaskFor,
  });
}
