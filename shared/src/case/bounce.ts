import type { DepartmentId } from '../base/index.ts';
import type { ReturnGround } from './application.ts';

/**
 * 推诿/退件: one time a case left a department undone. `ground` null: the dispatcher sent it elsewhere (改派) without a request.
 * `toDepartmentId` is null until it is sent again. `basis`, `itemCode`: what of the lists was cited.
 */
export interface Bounce {
  readonly at: number;
  readonly fromDepartmentId: DepartmentId;
  readonly toDepartmentId: DepartmentId | null;
  readonly ground: ReturnGround | null;
  readonly basis: string | null;
  readonly itemCode: string | null;
  readonly isMisdispatch: boolean;
}
