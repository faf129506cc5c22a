import type { Figures } from '@wangge/shared/figures';
import { FrameDecoder } from '@wangge/shared/frames';
import type { BoardAnswer, CaseRow, PastPicture, TickerItem, UnitRow } from '@wangge/shared/wire';
import { useBoardsStore } from '../boards/boards.store.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useFiguresStore } from '../figures/figures.store.ts';
import { useTickerStore } from '../ticker/ticker.store.ts';
import { useUnitsStore } from '../units/units.store.ts';

type Positions = ReturnType<ReturnType<typeof useUnitsStore>['positions']['copy']>;

/** All that a page was told, as it stood at one moment. */
export interface KeptPicture {
  readonly cases: readonly CaseRow[];
  readonly units: readonly UnitRow[];
  readonly ticker: readonly TickerItem[];
  readonly figures: { readonly figures: Figures; readonly receivedAt: number } | null;
  readonly positions: Positions;
  readonly boards: ReadonlyMap<string, BoardAnswer>;
}

/** Takes down what the page shows now. */
export function takePicture(): KeptPicture {
  const [units, figures] = [useUnitsStore(), useFiguresStore()];
  return {
    cases: [...useCasesStore().rows.values()], units: [...units.rows.values()], ticker: useTickerStore().items,
    figures: figures.figures && { figures: figures.figures, receivedAt: figures.receivedAt ?? 0 }, positions: units.positions.copy(), boards: useBoardsStore().picture(),
  };
}

/** Has the page show a picture again. */
export function showPicture({ cases, units, ticker, figures, positions, boards }: KeptPicture): void {
  useCasesStore().replaceAll(cases);
  useUnitsStore().replaceAll(units);
  useUnitsStore().positions.putBack(positions);
  useTickerStore().replaceAll(ticker);
  if (figures) useFiguresStore().take(figures.figures, figures.receivedAt);
  useBoardsStore().putBack(boards);
}

/** Has the page show nothing of what was, for whoever may not see it. */
export function showNothing(): void {
  useCasesStore().replaceAll([]);
  useUnitsStore().replaceAll([]);
  useTickerStore().replaceAll([]);
  useBoardsStore().putBack(new Map());
}

/** Has the page show what the history knows of a moment, for a page that was not there; boards are not in it. */
export function showPast(picture: PastPicture, receivedAt: number): void {
  useCasesStore().replaceAll(picture.cases);
  useUnitsStore().replaceAll(picture.units);
  useTickerStore().replaceAll(picture.ticker);
  useFiguresStore().take(picture.figures, receivedAt);
  const frame = new FrameDecoder().decode(Uint8Array.from(atob(picture.frames[0] ?? ''), (letter) => letter.charCodeAt(0)));
  if (frame.ok) useUnitsStore().takeFrame(frame.value, receivedAt);
  useBoardsStore().putBack(new Map());
}
