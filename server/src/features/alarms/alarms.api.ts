import type { Result, UnitId } from '@wangge/shared/base';
import type { FenceAlarm } from './alarm-facts.ts';
import type { Alarm, AlarmCommand, SosCall, TerminalHappening } from '@wangge/shared/alarm';

/** What others may ask of the alarms (告警) and tell them. */
export interface AlarmsApi {
  all(): IterableIterator<Alarm>;
  /** Those not yet closed. */
  open(): readonly Alarm[];
  get(id: string): Alarm | undefined;
  /** Acts on an alarm as a person would over HTTP. */
  act(id: string, command: AlarmCommand, now: number): Promise<Result<Alarm>>;
  /** Raises what a fence told as an alarm, once, by the first rule that names it. */
  hearFence(alarm: FenceAlarm, now: number): Promise<void>;
  /** A unit's alarm button as each of its positions tells it: pressed or not. `at`: device time, NaN where the device sent none. */
  hearSos(signal: SosSignal, now: number): void;
  /** 一键求助 from a phone. While a call of the unit is open there is no other, and the same press told again is the same one; refused where it could not be kept (STORE_UNAVAILABLE), and where no rule raises it (SOS_UNHEARD). */
  callForHelp(call: Omit<SosSignal, 'isPressed'>, now: number): Promise<Result<SosCall>>;
  /** How the last call of a unit stands; null where it never called. */
  lastCallOf(unitId: UnitId): SosCall | null;
  /** Raises what a unit's device complains of, where a rule names it and no alarm of the kind is open for the unit. False: nobody keeps it yet, tell it again. */
  hearUnit(signal: UnitSignal, wasKnown: boolean, now: number): Promise<boolean>;
  /** Looks at everything that time alone changes. The leading node does so by itself each second. */
  sweep(now: number): Promise<void>;
  /** What came of telling people outside the product since the start, by gateway and `told` or the code of its refusal. */
  alertCounters(): Readonly<Record<string, number>>;
  onChanges(listener: () => void): void;
}

/** 紧急报警 of a unit. `lngLat` is null where the device knows no place. */
export interface SosSignal {
  readonly unitId: UnitId;
  readonly at: number;
  readonly isPressed: boolean;
  readonly lngLat: readonly [number, number] | null;
}

/** What a unit's device says once. `at`: since when; NaN where the device sent no time. `lngLat` is null where it knows no place. */
export interface UnitSignal extends Omit<SosSignal, 'isPressed'> {
  readonly happening: 'sos' | TerminalHappening;
  /** As people read it: 离开圆形区域 7. */
  readonly matter: string;
}
