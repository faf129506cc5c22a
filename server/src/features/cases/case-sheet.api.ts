import { lampAt } from '@wangge/shared/calendar';
import type { Case, CaseEvent } from '@wangge/shared/case';
import { isClosedState } from '@wangge/shared/district';
import type { SheetObject, SheetPage } from '@wangge/shared/wire';
import type { StoredEvent } from '../../store/event-store.ts';
import { sheetEntries, sheetObject } from '../boards/board-sheet.api.ts';
import type { DistrictApi } from '../district/district.api.ts';

/** What a case's line is put in words with. */
export interface CaseWords {
  readonly district: DistrictApi;
  readonly now: number;
}

/** A case as a row behind a number: nothing of whoever reported it. */
export function caseObject({ id, no, matter, villageCode, order, leadDepartmentId, state, stateSince, clock }: Case, { district, now }: CaseWords): SheetObject {
  const isOpen = !isClosedState(state);
  return sheetObject('case', id, matter, {
    no, villageCode, holder: district.unitName(order?.teamId ?? null) ?? district.unitName(leadDepartmentId), state, since: stateSince,
    dueAt: isOpen && clock.standing === 'running' ? clock.dueAt : null, lamp: isOpen ? lampAt(clock, now) : null, caseId: id,
  });
}

/** A case with everything that happened to it, by role and unit: no person is named and nothing said is repeated. */
export function casePage(item: Case, history: readonly StoredEvent<CaseEvent>[], words: CaseWords): SheetPage {
  const { district } = words;
  return { object: caseObject(item, words), entries: sheetEntries(history, district.unitName, ({ payload }) => district.unitName(payload.teamId ?? payload.departmentId ?? null)), at: words.now };
}
