import type { CaseId } from '@wangge/shared/base';
import { departmentResults, judgeCall, nextStop, ratedCalls, type Call, type CallEvent } from '@wangge/shared/call';
import { lampAt } from '@wangge/shared/calendar';
import type { SheetObject, SheetPage } from '@wangge/shared/wire';
import type { BoardFigure } from '../../platform/feature.ts';
import type { StoredEvent } from '../../store/event-store.ts';
import { figureOf, sheetEntries, sheetObject } from '../boards/board-sheet.api.ts';
import { caseObject } from '../cases/case-sheet.api.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { DistrictApi } from '../district/district.api.ts';

/** The calls behind the numbers of the board: running, and sent to the county in the period; for each township the cases it accepted in it. */
export interface CallSets {
  readonly own: readonly Call[];
  readonly running: readonly Call[];
  readonly sent: readonly Call[];
  readonly period: { readonly from: number; readonly to: number };
  readonly towns: readonly { readonly code: string; readonly name: string; readonly accepted: readonly CaseId[] }[];
}

/** What a call's line is put in words with. */
interface Words {
  readonly district: DistrictApi;
  readonly now: number;
}

function callObject({ id, no, matter, areaCode, toUnitId, state, stateSince, clocks, caseId }: Call, { district, now }: Words): SheetObject {
  const clock = nextStop({ state, clocks })?.clock ?? null;
  return sheetObject('call', id, matter, {
    no, villageCode: areaCode.slice(0, 12), holder: district.unitName(toUnitId), state, since: stateSince, dueAt: clock?.dueAt ?? null, lamp: clock && lampAt(clock, now), caseId,
  });
}

/** 乡呼县应 as sheets: running calls, those of the period, how they were judged, by department, and the whistle rate of each township. */
export function callFigureSheets({ running, sent, towns }: CallSets, words: Words & { readonly cases: CasesApi }): BoardFigure[] {
  const { cases, district, now } = words;
  const toObject = (call: Call): SheetObject => callObject(call, words);
  const judged = (name: 'responded' | 'finished'): BoardFigure => figureOf(name, sent.filter((call) => call.toUnitId !== null && judgeCall(call, now)[name].of > 0), toObject, {
    weight: { adds: (call) => judgeCall(call, now)[name].inTime, of: (call) => judgeCall(call, now)[name].of },
  });
  const whistle = towns.map(({ code, name, accepted }): BoardFigure => {
    const parts = [...sent.filter(({ townCode }) => townCode === code), ...accepted.flatMap((id) => cases.get(id) ?? [])];
    const isCall = (part: (typeof parts)[number]): part is Call => 'townCode' in part;
    return figureOf(`whistle-${code}`, parts, (part) => (isCall(part) ? toObject(part) : caseObject(part, words)), {
      label: name, weight: { adds: (part) => Number(isCall(part)), of: (part) => Number(!isCall(part)) },
    });
  });
  return [
    figureOf('running', running, toObject), figureOf('sent', sent, toObject), judged('responded'), judged('finished'), figureOf('rated', ratedCalls(sent), toObject),
    ...departmentResults(sent, now).map(({ departmentId }) => figureOf(`to-${departmentId}`, sent.filter(({ toUnitId }) => toUnitId === departmentId), toObject, { label: district.unitName(departmentId) ?? departmentId })),
    ...whistle,
  ];
}

/** One call with what happened to it. */
export function callPage(call: Call, history: readonly StoredEvent<CallEvent>[], words: Words): SheetPage {
  return { object: callObject(call, words), entries: sheetEntries(history, words.district.unitName), at: words.now };
}
