import { RUNGS, isUnfinished, type Oversight } from '@wangge/shared/oversight';
import type { SheetObject, SheetPage } from '@wangge/shared/wire';
import type { BoardFigure } from '../../platform/feature.ts';
import { figureOf, sheetEntries, sheetObject } from '../boards/board-sheet.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { OversightBook } from './oversight-book.ts';
import { caseDueAt, isOrderShown, orderSets, type OversightGround } from './oversight.queries.ts';

/** An order in a sheet: due is its reply, else its case. */
function orderObject(order: Oversight, { now, caseOf }: OversightGround, district: DistrictApi): SheetObject {
  const { id, no, rung, matter, areaCode, addressee, state, openedAt, replyClock, caseId } = order;
  const dueAt = isUnfinished(order) ? (state === 'open' ? replyClock?.dueAt : undefined) ?? caseDueAt(caseOf(order)) : null;
  return sheetObject('order', id, matter, {
    no, villageCode: areaCode, holder: district.unitName(addressee.departmentId), post: addressee.post, state: rung === 'urge' && state === 'open' ? 'urged' : state, since: openedAt, dueAt, lamp: dueAt !== null && dueAt < now ? 'red' : null, caseId,
  });
}

/** 督办 as sheets: the unfinished orders by rung, whose reply is late, and what the month brought. */
export function oversightFigures(ground: OversightGround, district: DistrictApi): BoardFigure[] {
  const { byRung, lateReplies, opened, replied, struckOff } = orderSets(ground);
  const toObject = (order: Oversight): SheetObject => orderObject(order, ground, district);
  return [
    ...RUNGS.map((rung) => figureOf(rung, byRung[rung], toObject)), figureOf('late-replies', lateReplies, toObject),
    figureOf('opened', opened, toObject), figureOf('replied', replied, toObject), figureOf('struck-off', struckOff, toObject),
  ];
}

/** One order with what happened to it; null for one that the reader may not see. */
export async function oversightPage(id: string, book: OversightBook, ground: OversightGround, district: DistrictApi): Promise<SheetPage | null> {
  const order = book.get(id);
  if (!order || !isOrderShown(order, ground)) return null;
  return { object: orderObject(order, ground, district), entries: sheetEntries(await book.history(id), district.unitName), at: ground.now };
}
