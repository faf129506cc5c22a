import type { TimeLimit } from '../calendar/index.ts';

/** 四平台: 综治工作, 市场监管, 综合执法, 便民服务. */
export const PLATFORMS = ['order', 'market', 'enforcement', 'service'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** 级别: who may own it. 一般, 较大, 重大. */
export const LEVELS = ['ordinary', 'serious', 'major'] as const;
export type Level = (typeof LEVELS)[number];

/** 紧急程度: how fast. 普通, 紧急, 特急. */
export const URGENCIES = ['normal', 'urgent', 'critical'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** One row of the versioned table of case types (案件类型). `limitSource`: F means a default the county has not confirmed (默认值). */
export interface CaseType {
  readonly code: string;
  readonly name: string;
  readonly platform: Platform;
  readonly group: string;
  readonly leadDept: string;
  readonly supportDepts: readonly string[];
  readonly level: Level;
  readonly urgency: Urgency;
  readonly limit: TimeLimit;
  readonly limitSource: string;
  readonly containsPersonalInfo: boolean;
  readonly jointHandling: boolean;
  readonly closeEvidence: string;
  readonly signLimit: TimeLimit;
  readonly onsiteLimit: TimeLimit | null;
  readonly canSuspend: boolean;
  readonly maxExtensions: number;
}
