import type { ActorRole } from '../access/index.ts';
import type { TerminalAlarmName } from '../position/index.ts';

/** What a vehicle's terminal complains of by itself (终端报警), and that another device speaks under its number (同号双连). */
export const TERMINAL_HAPPENINGS = [
  'terminal-collision', 'terminal-rollover', 'terminal-stolen', 'terminal-moved', 'terminal-power-cut', 'terminal-power-low', 'terminal-gnss-fault', 'terminal-antenna-open', 'terminal-antenna-short',
  'terminal-overspeed', 'terminal-fatigue', 'terminal-danger', 'terminal-driven-long', 'terminal-parked-long', 'terminal-ignition', 'terminal-door',
  'terminal-area', 'terminal-route', 'terminal-route-time', 'terminal-off-route', 'terminal-double',
] as const satisfies readonly `terminal-${Exclude<TerminalAlarmName, 'sos'> | 'double'}`[];
export type TerminalHappening = (typeof TERMINAL_HAPPENINGS)[number];

/**
 * What may take over a wall (接管): 特急案件, 紧急求助 (SOS of a vehicle's terminal or a person's), 重大事件, 红灯, 呼叫未应 (a call
 * nobody answered within its limit), 围栏告警 (what a fence told that its list names as an alarm), and what terminals complain of. What no rule
 * names is a notice on the terminal's page.
 */
export const HAPPENINGS = ['critical-case', 'sos', 'major-event', 'red-lamp', 'call-unanswered', 'fence', ...TERMINAL_HAPPENINGS] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** What is heard: two soft tones every few seconds until somebody acknowledges, one tone once, or nothing. */
export const SOUNDS = ['urgent', 'once', 'none'] as const;
export type AlarmSound = (typeof SOUNDS)[number];

/** Who may be named on a ladder: people of the room and above it. */
export const LADDER_ROLES = ['duty-chief', 'dispatcher', 'intake', 'inspector', 'centre-deputy', 'commander', 'leader', 'county-centre'] as const satisfies readonly ActorRole[];
export type LadderRole = (typeof LADDER_ROLES)[number];

/** One rung of who must acknowledge (确认阶梯): holders of `roles`, called `afterMin` minutes after the alarm was raised. */
export interface AckRung {
  /** What people call the post: 值班长. */
  readonly name: string;
  readonly roles: readonly LadderRole[];
  readonly afterMin: number;
}

/** One rule as a county sets it. Rules are in order of weight: the first that fits decides, and it shows first. */
export interface TakeoverRule {
  readonly id: string;
  readonly name: string;
  readonly on: Happening;
  /** Codes of case types; empty for all. */
  readonly typeCodes: readonly string[];
  /** Codes of counties, townships or villages; empty for everywhere. */
  readonly areas: readonly string[];
  /** 红灯: also cases that somebody has in hand. */
  readonly alsoOwned: boolean;
  readonly sound: AlarmSound;
  readonly isHeardInQuietHours: boolean;
  /** What is said, with `{place}`, `{matter}` and `{post}`. */
  readonly sentence: string;
  readonly ladder: readonly AckRung[];
  /** How long a wall goes on showing it after it was acknowledged. */
  readonly dwellS: number;
}

/** 接管规则 in force. Minutes go by the clock on the wall, never by working time. `quiet` are hours of the day in Asia/Shanghai (HH:MM) and may go over midnight. */
export interface TakeoverSettings {
  readonly rules: readonly TakeoverRule[];
  /** More than `members` alarms of one township within the window are one alarm. */
  readonly flood: { readonly members: number; readonly windowMin: number };
  readonly longestShelfMin: number;
  readonly quiet: { readonly from: string; readonly to: string };
}

/** What is wrong with the settings, by path. */
export interface TakeoverProblem {
  readonly path: string;
  readonly reason: string;
}

const PLACEHOLDERS: readonly string[] = ['place', 'matter', 'post'];

/** Everything that would keep an alarm from reaching somebody: doubled rules, unknown placeholders, a ladder that nobody stands on or that does not climb. */
export function takeoverProblems({ rules }: Pick<TakeoverSettings, 'rules'>, hasType: (code: string) => boolean): TakeoverProblem[] {
  const problems: TakeoverProblem[] = [];
  const complain = (path: string, reason: string): void => void problems.push({ path, reason });
  if (rules.length === 0) complain('rules', '没有任何一条规则');
  rules.forEach((rule, index) => {
    const at = `rules.${index}`;
    if (rules.findIndex(({ id }) => id === rule.id) < index) complain(`${at}.id`, '同一编号写了两次');
    rule.typeCodes.forEach((code, place) => { if (!hasType(code)) complain(`${at}.typeCodes.${place}`, `没有案件类型 ${code}`); });
    for (const [, name = ''] of rule.sentence.matchAll(/\{(\w*)\}/g)) if (!PLACEHOLDERS.includes(name)) complain(`${at}.sentence`, `不认识的占位 {${name}}`);
    if (rule.ladder.length === 0) complain(`${at}.ladder`, '没有人负责确认');
    rule.ladder.forEach(({ roles, afterMin }, rung) => {
      if (roles.length === 0) complain(`${at}.ladder.${rung}.roles`, '这一级没有人');
      const below = rule.ladder[rung - 1];
      if (rung === 0 && afterMin !== 0) complain(`${at}.ladder.${rung}.afterMin`, '第一级须立即呼叫');
      if (below && afterMin <= below.afterMin) complain(`${at}.ladder.${rung}.afterMin`, '须晚于前一级');
    });
  });
  return problems;
}
