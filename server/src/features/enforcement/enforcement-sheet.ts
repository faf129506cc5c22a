import { isInArea, type Actor } from '@wangge/shared/access';
import { PENALTY_STAGES, PROCEDURES, isDecidedInTime, isLatePenalty, isPublishedInTime, penaltySets, type JointRaid, type Penalty } from '@wangge/shared/enforcement';
import type { SheetKind, SheetObject, SheetPage } from '@wangge/shared/wire';
import type { BoardFigure } from '../../platform/feature.ts';
import { figureOf, sheetEntries, sheetObject } from '../boards/board-sheet.api.ts';
import type { EnforcementApi } from './enforcement.api.ts';
import { penaltiesFor, raidsToday } from './enforcement.queries.ts';

/** Who asks, of what, and when. */
export interface EnforcementGround {
  readonly api: EnforcementApi;
  readonly actor: Actor;
  readonly now: number;
}

/** A penalty case in a sheet: the power it rests on, never the party, the fact or the place. */
function penaltyObject(penalty: Penalty, { api, now }: EnforcementGround): SheetObject {
  const { id, no, power, villageCode, unitId, state, stateSince, stepClock, decisionClock, caseId } = penalty;
  const due = [stepClock?.dueAt, decisionClock?.standing === 'running' ? decisionClock.dueAt : undefined].filter((at) => at !== undefined);
  return sheetObject('penalty', id, power.name, {
    no, villageCode, holder: api.unitName(unitId), state, since: stateSince, dueAt: due.length > 0 ? Math.min(...due) : null, lamp: isLatePenalty(penalty, now) ? 'red' : null, caseId,
  });
}

function raidObject({ id, no, title, units, state, startsAt }: JointRaid): SheetObject {
  return sheetObject('raid', id, title, { no, holder: units.find(({ isLead }) => isLead)?.name ?? null, state, since: startsAt });
}

/** 综合执法 as sheets: the cases in each stage, late, of this month, decided and made public in time; the raids of the day. */
export function enforcementFigures(ground: EnforcementGround): BoardFigure[] {
  const { now } = ground;
  const { open, late, opened, ended, timed, owedToPublic } = penaltySets(penaltiesFor(ground.api, ground.actor), now);
  const toObject = (penalty: Penalty): SheetObject => penaltyObject(penalty, ground);
  const inTime = (isInTime: (penalty: Penalty) => boolean) => ({ weight: { adds: (penalty: Penalty) => Number(isInTime(penalty)), of: () => 1 } });
  return [
    figureOf('open', open, toObject), figureOf('late', late, toObject), figureOf('opened', opened, toObject),
    ...PROCEDURES.map((procedure) => figureOf(`opened-${procedure}`, opened.filter((penalty) => penalty.procedure === procedure), toObject)), figureOf('ended', ended, toObject),
    figureOf('decided', timed, toObject, inTime(isDecidedInTime)), figureOf('published', owedToPublic, toObject, inTime(isPublishedInTime)),
    ...PENALTY_STAGES.map(([first, ...more]) => figureOf(`stage-${first}`, open.filter(({ state }) => state === first || more.some((other) => other === state)), toObject)), figureOf('raids', raidsToday(ground.api, ground.actor, now), raidObject),
  ];
}

/** One penalty case or raid with what happened to it; null for one outside the reader's area. */
export async function enforcementPage(kind: SheetKind, id: string, ground: EnforcementGround): Promise<SheetPage | null> {
  const { api: { penalties, raids, unitName }, actor, now } = ground;
  const penalty = kind === 'penalty' ? penalties.get(id) : undefined;
  if (penalty && isInArea(penalty.villageCode, actor.areaCode)) return { object: penaltyObject(penalty, ground), entries: sheetEntries(await penalties.history(id), unitName), at: now };
  const raid = kind === 'raid' ? raids.get(id) : undefined;
  return raid && isInArea(raid.areaCode, actor.areaCode) ? { object: raidObject(raid), entries: sheetEntries(await raids.history(id), unitName), at: now } : null;
}
