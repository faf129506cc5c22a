import type { DatumName } from '../geo/index.ts';
import type { PollPlan } from './poll.ts';
import type { OutPlan } from './progress.ts';
import type { FieldRule } from './rules.ts';

/** 报文格式 in which a system speaks. */
export const FORMATS = ['json', 'csv', 'xml'] as const;
export type Format = (typeof FORMATS)[number];

/** What a system tells: a report (工单), or how the citizen rated what was done (满意度). */
export const TOPICS = ['reports', 'ratings'] as const;
export type Topic = (typeof TOPICS)[number];

/** 对照表 of reports: where each field stands in a record. `records`: where the records lie in a message; empty for the message itself. */
export interface ReportMapping {
  readonly records: string;
  readonly fields: {
    readonly externalNo: FieldRule;
    readonly typeCode: FieldRule;
    readonly description: FieldRule;
    readonly lng: FieldRule;
    readonly lat: FieldRule;
    readonly address?: FieldRule;
    readonly source?: FieldRule;
    readonly reporterName?: FieldRule;
    readonly reporterPhone?: FieldRule;
    /** `true` asks for secrecy (保密件). */
    readonly isSecret?: FieldRule;
    /** `true`: an order that was told before comes back for another round (回退重办), for this reason. */
    readonly isReopening?: FieldRule;
    readonly reopenReason?: FieldRule;
  };
  readonly datum: DatumName;
}

/** 对照表 of ratings: `satisfaction` comes to 1 to 5, `isResolved` to `true` or `false`. */
export interface RatingMapping {
  readonly records: string;
  readonly fields: { readonly externalNo: FieldRule; readonly satisfaction: FieldRule; readonly isResolved: FieldRule; readonly note?: FieldRule };
}

/** 接入: one system that tells us of matters, with the key of a channel, or is told of ours: what its messages mean, and what it is told. */
export interface Connector {
  readonly id: string;
  readonly name: string;
  readonly isOn: boolean;
  /** The channel whose key it shows. */
  readonly channelId: string;
  /** Whose desk reads and mends what could not be taken; empty for the whole district. */
  readonly areaCode: string;
  readonly format: Format;
  /** After how long without a word it counts as silent (中断); minutes. */
  readonly silentAfterMinutes: number;
  readonly reports?: ReportMapping | undefined;
  readonly ratings?: RatingMapping | undefined;
  readonly out?: OutPlan | undefined;
  /** What it is asked for, each answer a message of reports. */
  readonly poll?: PollPlan | undefined;
  /** What of the county's broker (消息服务器) it hears, each message one of its reports; nothing while the installation names no broker. */
  readonly mqtt?: { readonly filter: string } | undefined;
}
