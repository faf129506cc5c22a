import { isInArea, type Actor } from '@wangge/shared/access';
import type { Case } from '@wangge/shared/case';
import type { Recommendation } from '@wangge/shared/dispatch';
import {
  allowedOnAlarm, isUnanswered, rungTimes, takeoverOf, type Alarm, type AlarmWord, type AlarmsBoard, type ShownAlarm, type ShownCase, type ShownMember, type ShownWord, type SosCall,
} from '@wangge/shared/alarm';
import type { ListVersion } from '@wangge/shared/lists';
import type { CasesApi } from '../cases/cases.api.ts';
import { maskName, maskText } from '../cases/mask.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { AlarmBook } from './alarm-book.ts';
import type { AlarmClips } from './alarm-clips.ts';
import type { TakeoverList } from './takeover-kind.api.ts';

export interface AlarmGround {
  readonly book: AlarmBook;
  readonly cases: CasesApi;
  readonly district: DistrictApi;
  rulesAt(at: number): ListVersion<TakeoverList>;
  recommend(item: Case, now: number): Recommendation;
  readonly clips: AlarmClips;
}

function caseOf({ cases }: AlarmGround, { cause }: Alarm): Case | undefined {
  return cause.kind === 'case' || cause.kind === 'call' ? cases.get(cause.caseId) : undefined;
}

/** Whose an alarm is: where it lies, and of one about a unit also where that belongs, so that its own room hears of it beyond the border. */
export function areasOf({ areaOfUnit }: Pick<DistrictApi, 'areaOfUnit'>, { areaCode, cause }: Pick<Alarm, 'areaCode' | 'cause'>): readonly string[] {
  const own = cause.kind === 'unit' ? areaOfUnit(cause.unitId) : '';
  return own === '' ? [areaCode] : [areaCode, own];
}

/** Whether an alarm is there for a reader: it is of their area, and a secret matter (保密件) is on no wall. */
export function maySeeAlarm(ground: AlarmGround, actor: Actor, alarm: Alarm): boolean {
  return areasOf(ground.district, alarm).some((code) => isInArea(code, actor.areaCode)) && !(actor.role === 'wall' && caseOf(ground, alarm)?.reporter.isSecret);
}

/** On a wall the family name stays, and numbers of persons in free text are masked. */
function wordFor(actor: Actor, word: AlarmWord): ShownWord {
  const { byName, role, at, text } = word;
  return actor.role === 'wall' ? { name: role === 'system' ? byName : maskName(byName), role, at, text: maskText(text) } : { name: byName, role, at, text };
}

function shownCase(item: Case): ShownCase {
  const { id, no, typeCode, platform, level, urgency, source, photos, reportedAt, stepClock, clock, order } = item;
  return { id, no, typeCode, platform, level, urgency, source, photoCount: photos.length, reportedAt, stepDueAt: stepClock?.dueAt ?? null, dueAt: clock.dueAt, teamId: order?.teamId ?? null };
}

/** The place a reader may see: on a wall a personal matter stands in the middle of its grid. */
function placeFor({ district }: AlarmGround, actor: Actor, { lngLat }: Alarm, item: Case | undefined): Alarm['lngLat'] {
  return actor.role === 'wall' && item?.containsPersonalInfo ? district.gridCentre(item.gridCode) ?? lngLat : lngLat;
}

function shownMember({ id, happening, matter, areaCode, raisedAt, state }: Alarm): ShownMember {
  return { id, happening, matter, villageCode: areaCode.length >= 12 ? areaCode.slice(0, 12) : null, raisedAt, state };
}

/** A call for help as the unit that called may see it. */
export function sosCallOf({ raisedAt, acknowledged, shelf, closed }: Alarm): SosCall {
  const word = acknowledged ?? shelf;
  return { calledAt: raisedAt, known: word && { name: word.byName, role: word.role, at: word.at }, closedAt: closed?.at ?? null };
}

/** An alarm as one reader may see it. */
export function shownAlarm(ground: AlarmGround, actor: Actor, alarm: Alarm, now: number, isRecommended = false): ShownAlarm {
  const item = caseOf(ground, alarm);
  const { id, revision, state, happening, matter, cause, areaCode, raisedAt, rule, calledAt, acknowledged, shelf, closed } = alarm;
  const times = rungTimes(alarm);
  const subject = cause.kind === 'unit' ? cause.unitName : null;
  const members = alarm.members.flatMap((memberId) => ground.book.get(memberId) ?? []).filter((member) => maySeeAlarm(ground, actor, member));
  return {
    id, revision, state, happening, matter, raisedAt, unitId: cause.kind === 'unit' ? cause.unitId : null,
    subject: subject !== null && actor.role === 'wall' && cause.kind === 'unit' && cause.isPerson ? maskName(subject) : subject,
    villageCode: areaCode.length >= 12 ? areaCode.slice(0, 12) : null, gridCode: areaCode.length >= 15 ? areaCode : null, lngLat: placeFor(ground, actor, alarm, item),
    rule: { id: rule.id, name: rule.name, rank: rule.rank, sound: rule.sound, isHeardInQuietHours: rule.isHeardInQuietHours, sentence: rule.sentence, dwellMs: rule.dwellMs },
    ladder: rule.ladder.map(({ name }, index) => ({ name, at: times[index] ?? raisedAt, isCalled: index < calledAt.length })),
    acknowledged: acknowledged && { ...wordFor(actor, acknowledged), isByDispatch: acknowledged.isByDispatch }, shelf: shelf && { ...wordFor(actor, shelf), until: shelf.until }, closed: closed && wordFor(actor, closed),
    ...(alarm.isDrill ? { isDrill: true as const } : {}), case: item ? shownCase(item) : null, recommendation: isRecommended && item && item.order === null ? ground.recommend(item, now) : null,
    members: members.toSorted((a, b) => a.rule.rank - b.rule.rank || a.raisedAt - b.raisedAt).map(shownMember),
    allowed: allowedOnAlarm(alarm, actor, { now, longestShelfMin: ground.rulesAt(now).content.longestShelfMin }),
  };
}

/** 告警 for one reader. What a flood they see carries is not listed beside it; teams are recommended for what their wall shows. */
export function readAlarms(ground: AlarmGround, actor: Actor, now: number): AlarmsBoard {
  const { content, isConfirmed } = ground.rulesAt(now);
  const seen = ground.book.open().filter((alarm) => maySeeAlarm(ground, actor, alarm));
  const floods = new Set(seen.filter(({ happening }) => happening === 'flood').map(({ id }) => id));
  const listed = seen.filter(({ groupId }) => groupId === null || !floods.has(groupId)).toSorted((a, b) => Number(!isUnanswered(a)) - Number(!isUnanswered(b)) || a.rule.rank - b.rule.rank || a.raisedAt - b.raisedAt);
  const inFront = takeoverOf(listed, now);
  const alarms = listed.map((alarm) => shownAlarm(ground, actor, alarm, now, alarm === inFront));
  return { waiting: alarms.filter((alarm) => alarm.allowed.includes('acknowledge') && !alarm.isDrill).length, alarms, quiet: content.quiet, clips: ground.clips.ids(), areRulesConfirmed: isConfirmed };
}
