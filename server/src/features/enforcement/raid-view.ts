import type { Actor } from '@wangge/shared/access';
import { raidActions, unitInRaid, type JointRaid, type RaidDetail, type RaidEvent, type RaidListRow, type RaidRowView } from '@wangge/shared/enforcement';
import { lifeEntries } from '../../ledger/life-entries.ts';
import type { StoredEvent } from '../../store/event-store.ts';

/** A joint raid in short: who leads, how many came or were asked for, who has reported. */
export function raidRow({ id, title, place, startsAt, state, units }: JointRaid): RaidRowView {
  return {
    id, title, place, startsAt, state, leadName: units.find(({ isLead }) => isLead)?.name ?? '', units: units.length,
    reported: units.filter(({ report }) => report).length, headcount: units.reduce((sum, unit) => sum + (unit.report?.present ?? unit.headcount), 0),
  };
}

/** The same for whoever asks: whether their unit takes part, and what they may do now. */
export function raidListRow(raid: JointRaid, actor: Actor): RaidListRow {
  return { ...raidRow(raid), isYours: unitInRaid(raid, actor) !== undefined, allowed: raidActions(raid, actor) };
}

/** The page of one joint raid. */
export function raidDetail(raid: JointRaid, history: readonly StoredEvent<RaidEvent>[], actor: Actor): RaidDetail {
  const timeline = lifeEntries(history, ({ payload }) => ({ note: payload.note ?? payload.reason }));
  return { ...raid, timeline, allowed: raidActions(raid, actor) };
}
