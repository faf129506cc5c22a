import type { CaseId, TeamId, UnitId } from '../base/index.ts';
import type { Recommendation } from '../dispatch/index.ts';
import type { Level, Platform, Urgency } from '../district/index.ts';
import type { LifeEntry } from '../life/index.ts';
import type { ActorRole } from '../access/index.ts';
import type { Alarm, AlarmState } from './alarm.ts';
import type { AlertDelivery } from './alert-delivery.ts';
import type { AlarmAction, AlarmEventType } from './life-cycle.ts';
import type { AlarmSound } from './takeover-rules.ts';

/** One thing that happened to an alarm, as people read it. */
export type AlarmEntry = LifeEntry<AlarmEventType, AlarmState>;

/** Who said something and when; on a wall the name is masked. */
export interface ShownWord {
  readonly name: string;
  readonly role: ActorRole;
  readonly at: number;
  readonly text: string;
}

/** 一键求助 as the unit that called is told of it. Epoch ms. */
export interface SosCall {
  readonly calledAt: number;
  /** Who of the room knows of it, and since when: acknowledged, or put on the shelf with a reason. Null while nobody does. */
  readonly known: Omit<ShownWord, 'text'> | null;
  readonly closedAt: number | null;
}

/** A rung of the ladder with when it was called, or will be. */
export interface ShownRung {
  readonly name: string;
  readonly at: number;
  readonly isCalled: boolean;
}

/** What a surface shows of the case behind an alarm. It holds no reporter, no free text and no address. */
export interface ShownCase {
  readonly id: CaseId;
  readonly no: string;
  readonly typeCode: string;
  readonly platform: Platform;
  readonly level: Level;
  readonly urgency: Urgency;
  readonly source: string;
  readonly photoCount: number;
  readonly reportedAt: number;
  /** 环节时限 and 全案时限. */
  readonly stepDueAt: number | null;
  readonly dueAt: number;
  readonly teamId: TeamId | null;
}

/** An alarm as wall, desk and phone show it: whoever reads it sees its place, and a personal matter on a wall only as the middle of its grid. */
export interface ShownAlarm {
  readonly id: string;
  readonly revision: number;
  readonly state: AlarmState;
  readonly happening: Alarm['happening'];
  readonly matter: string;
  readonly villageCode: string | null;
  readonly gridCode: string | null;
  readonly lngLat: readonly [number, number] | null;
  readonly unitId: UnitId | null;
  /** Who pressed the button: the unit's name; a person's is masked on a wall. */
  readonly subject: string | null;
  readonly raisedAt: number;
  readonly rule: { readonly id: string; readonly name: string; readonly rank: number; readonly sound: AlarmSound; readonly isHeardInQuietHours: boolean; readonly sentence: string; readonly dwellMs: number };
  readonly ladder: readonly ShownRung[];
  readonly acknowledged: (ShownWord & { readonly isByDispatch: boolean }) | null;
  readonly shelf: (ShownWord & { readonly until: number }) | null;
  readonly closed: ShownWord | null;
  /** It is of a drill (演练). */
  readonly isDrill?: true;
  readonly case: ShownCase | null;
  /** 推荐力量 as of the board's time; null where there is no case that waits for a team. */
  readonly recommendation: Recommendation | null;
  /** Of a flood: its members, the heaviest first. */
  readonly members: readonly ShownMember[];
  /** What the reader may do now. */
  readonly allowed: readonly AlarmAction[];
}

/** One alarm of a flood in one line. */
export interface ShownMember {
  readonly id: string;
  readonly happening: Alarm['happening'];
  readonly matter: string;
  readonly villageCode: string | null;
  readonly raisedAt: number;
  readonly state: AlarmState;
}

/** 告警 for one reader: what is under way, what was answered a moment ago, and the words of the room about sound. */
export interface AlarmsBoard {
  /** How many nobody has answered that the reader may answer. */
  readonly waiting: number;
  /** Not yet closed, the members of a flood left out; the heaviest first. */
  readonly alarms: readonly ShownAlarm[];
  readonly quiet: { readonly from: string; readonly to: string };
  /** Rules for which the installation has a recorded sentence. */
  readonly clips: readonly string[];
  /** Whether the county confirmed the rules; otherwise they are a default (默认值). */
  readonly areRulesConfirmed: boolean;
}

/** The alarm's page. */
export interface AlarmDetail extends ShownAlarm {
  readonly timeline: readonly AlarmEntry[];
  /** 外发记录: who was told outside the product, by what, and what came of it; the first call first. */
  readonly deliveries: readonly AlertDelivery[];
}
