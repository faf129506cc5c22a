import type { MoneyLine, NoticeContent } from './notice-content.ts';

/** 上期结余、本期收入、本期支出、期末结余, in fen; the last three are reckoned, never written. */
export interface MoneySums {
  readonly openingFen: number;
  readonly inFen: number;
  readonly outFen: number;
  readonly closingFen: number;
}

export function moneySums({ openingFen, lines }: Pick<NoticeContent, 'openingFen' | 'lines'>): MoneySums {
  const sum = (of: (line: MoneyLine) => number): number => lines.reduce((whole, line) => whole + of(line), 0);
  const [inFen, outFen] = [sum((line) => line.inFen), sum((line) => line.outFen)];
  return { openingFen, inFen, outFen, closingFen: openingFen + inFen - outFen };
}
