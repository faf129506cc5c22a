import type { UnitId } from '@wangge/shared/base';
import type { Call } from '@wangge/shared/call';
import type { Case } from '@wangge/shared/case';
import { caseAlarmId, isOwned, ruleFor, type AlarmFacts, type Happening, type Occurrence, type TerminalHappening } from '@wangge/shared/alarm';
import type { ListVersion } from '@wangge/shared/lists';
import type { TakeoverList } from './takeover-kind.api.ts';

/** A unit whose alarm button was pressed or whose terminal complains, with what the district knows of it. */
export interface UnitFacts {
  readonly happening: 'sos' | TerminalHappening;
  readonly matter: string;
  readonly unitId: UnitId;
  readonly unitName: string;
  readonly isPerson: boolean;
  readonly beganAt: number;
  readonly areaCode: string;
  readonly lngLat: readonly [number, number] | null;
}

type Rules = ListVersion<TakeoverList>;
type Rest = Omit<AlarmFacts, 'happening' | 'areaCode' | 'rule' | 'rulesVersion' | 'members'>;

/** An alarm by the first rule that fits; null where none does. */
function facts({ content, version }: Rules, occurrence: Occurrence, rest: Rest): AlarmFacts | null {
  const rule = ruleFor(content.rules, occurrence);
  return rule && { ...rest, happening: occurrence.happening, areaCode: occurrence.areaCode, rule, rulesVersion: version, members: [] };
}

/** The alarm of a case to which one of these happened, by the heaviest rule that names one; null where none does. */
export function caseFacts(rules: Rules, item: Case, happenings: readonly Happening[]): AlarmFacts | null {
  const found = happenings.flatMap((happening) => facts(rules, { happening, areaCode: item.gridCode, typeCode: item.typeCode, isOwned: isOwned(item) }, {
    id: caseAlarmId(item, happening), cause: { kind: 'case', caseId: item.id }, matter: item.matter, lngLat: item.lngLat, ...(item.drillId === null ? {} : { isDrill: true as const }),
  }) ?? []);
  return found.toSorted((a, b) => a.rule.rank - b.rule.rank)[0] ?? null;
}

/** The alarm of a call that nobody answered in time. */
export function callFacts(rules: Rules, call: Call, item: Case): AlarmFacts | null {
  return facts(rules, { happening: 'call-unanswered', areaCode: call.areaCode, typeCode: item.typeCode, isOwned: true }, {
    id: `call.${call.id}.${call.calledAt ?? 0}`, cause: { kind: 'call', callId: call.id, caseId: call.caseId }, matter: call.matter, lngLat: item.lngLat,
  });
}

/** The alarm of somebody who pressed the button, or of a vehicle. */
export function unitFacts(rules: Rules, { happening, matter, unitId, unitName, isPerson, beganAt, areaCode, lngLat }: UnitFacts): AlarmFacts | null {
  return facts(rules, { happening, areaCode, typeCode: null, isOwned: false }, {
    id: `${happening}.${unitId}.${beganAt}`, cause: { kind: 'unit', unitId, unitName, isPerson }, matter, lngLat,
  });
}

/** A fence that told something its list names as an alarm. `matter`: what it told, as people say it. */
export interface FenceAlarm extends Omit<UnitFacts, 'happening' | 'beganAt'> {
  readonly eventId: string;
}

/** The alarm of what a fence told. */
export function fenceFacts(rules: Rules, { eventId, matter, unitId, unitName, isPerson, areaCode, lngLat }: FenceAlarm): AlarmFacts | null {
  return facts(rules, { happening: 'fence', areaCode, typeCode: null, isOwned: false }, { id: `fence.${eventId}`, cause: { kind: 'unit', unitId, unitName, isPerson }, matter, lngLat });
}
