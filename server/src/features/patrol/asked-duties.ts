import { dateKey } from '@wangge/shared/base';
import { isAdmitted } from '@wangge/shared/district';
import type { ListVersion } from '@wangge/shared/lists';
import type { GridDuty } from '@wangge/shared/patrol';
import { admissionKind } from '../district/admission-kind.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { gridDutiesKind } from './patrol-kinds.api.ts';

type Duties = ListVersion<readonly GridDuty[]>;

/** What grids are asked for: the duties of the list in force that the list of admissions admits on that day (GA2). */
export interface AskedDuties {
  at(now: number): Duties;
  isAdmitted(code: string, now: number): boolean;
}

/** Keeps the answer of a day for as long as both lists stand. */
export function createAskedDuties(lists: Pick<ListsApi, 'inForce'>): AskedDuties {
  let held: { readonly from: readonly unknown[]; readonly asked: Duties } | undefined;

  const admitted = (code: string, now: number): boolean => isAdmitted(lists.inForce(admissionKind, now).content, 'patrol', code, dateKey(now));

  function at(now: number): Duties {
    const edition = lists.inForce(gridDutiesKind, now);
    const from = [edition, lists.inForce(admissionKind, now), dateKey(now)];
    if (!held || from.some((part, i) => part !== held?.from[i])) held = { from, asked: { ...edition, content: edition.content.filter(({ code }) => admitted(code, now)) } };
    return held.asked;
  }

  return { at, isAdmitted: admitted };
}
