import type { ActorRole } from '../access/index.ts';
import type { TimeLimit } from '../calendar/index.ts';

/** How one entry of a step's form is given. `yes-no` is a point to check: a no keeps the step open. */
export const STEP_FIELD_KINDS = ['text', 'number', 'date', 'yes-no', 'choice'] as const;
export type StepFieldKind = (typeof STEP_FIELD_KINDS)[number];

/** One entry of a step's form. `key` names it in the values, `name` is what people read. */
export interface StepField {
  readonly key: string;
  readonly name: string;
  readonly kind: StepFieldKind;
  readonly isRequired: boolean;
  readonly choices?: readonly string[];
}

/**
 * 环节: one step of a matter. It opens when every step in `after` is done; steps that open together run side by side
 * (并联). `owner` is the name of a department; `村(社区)` means the committee of the village it happens in.
 */
export interface MatterStep {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly after: readonly string[];
  readonly limit: TimeLimit;
  readonly fields: readonly StepField[];
  readonly minPhotos: number;
  /** 扫码到场: done only on the spot, by scanning the code of the site. */
  readonly isScanRequired: boolean;
}

/** 一件事: a matter of several departments handled as one. `triggers`: codes of case types it may grow from. */
export interface MatterTemplate {
  readonly code: string;
  readonly name: string;
  readonly triggers: readonly string[];
  readonly openers: readonly ActorRole[];
  /** Each one has a building site with a QR code. */
  readonly hasSite: boolean;
  readonly steps: readonly MatterStep[];
}
