import type { TimeLimit } from '../calendar/index.ts';

/** 环节: 受理, 审查, 审批, 制证, 送达, in this order; a matter may leave some out. */
export const NODES = ['accept', 'review', 'approve', 'issue', 'deliver'] as const;
export type NodeName = (typeof NODES)[number];

/** 办理渠道: 窗口, 网上, 代办 at home. */
export const CHANNELS = ['window', 'online', 'proxy'] as const;
export type ApplyChannel = (typeof CHANNELS)[number];

/** One node of a matter with its limit. */
export interface MatterNode {
  readonly node: NodeName;
  readonly limit: TimeLimit;
}

/** 政务服务事项: what people may apply for, who decides it, and how long each node may take. */
export interface ServiceMatter {
  readonly code: string;
  readonly name: string;
  /** 承办部门: holds the nodes between acceptance and hand-over. */
  readonly department: string;
  /** 收件窗口: holds acceptance and hand-over. */
  readonly window: string;
  readonly nodes: readonly MatterNode[];
  /** 承诺时限 of the whole. */
  readonly limit: TimeLimit;
  readonly channels: readonly ApplyChannel[];
  readonly materials: readonly string[];
  readonly basis: string;
  readonly source: string;
}
