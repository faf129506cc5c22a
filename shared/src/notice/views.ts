import type { LifeEntry } from '../life/index.ts';
import type { NoticeState } from './notice-life.ts';
import type { NoticeKind } from './notice-content.ts';
import type { Notice } from './notice.ts';

/** A piece in the list of the desk; `hasDraft`: somebody has to look at what was written. */
export interface NoticeRow {
  readonly id: string;
  readonly revision: number;
  readonly state: NoticeState;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly areaName: string;
  readonly editionNo: number;
  readonly hasDraft: boolean;
  readonly isOver: boolean;
  readonly at: number;
  readonly by: string;
}

/** The board `notices`: newest first; `waiting`: drafts that the reader may publish. */
export interface NoticesBoard {
  readonly waiting: number;
  readonly notices: readonly NoticeRow[];
  readonly mayWrite: boolean;
  /** 辖区 of the reader; empty for all. */
  readonly areaCode: string;
}

/** All of a piece for the desk, with its record. */
export interface NoticeDetail {
  readonly id: string;
  readonly revision: number;
  readonly notice: Notice;
  readonly areaName: string;
  readonly allowed: readonly string[];
  readonly timeline: readonly LifeEntry[];
}
