import { FIGURE_NAMES, FIGURE_WORDS, shownRate, type FigureName, type Figures } from '@wangge/shared/figures';
import type { FrozenFigure } from '@wangge/shared/briefing';

/** Live figures that a briefing may carry: the numbers that can be opened, and the two rates of the month. */
export const LIVE_IDS = [...FIGURE_NAMES, 'month-rate', 'month-on-time-rate'] as const;
export type LiveId = (typeof LIVE_IDS)[number];

const SOURCE = '案件实时统计';
const RATES = { 'month-rate': { name: '本月结案率', of: 'month-closed', part: 'closed' }, 'month-on-time-rate': { name: '本月按期结案率', of: 'month-closed-on-time', part: 'closedOnTime' } } as const;

export function isLiveId(id: string): id is LiveId {
  return LIVE_IDS.some((one) => one === id);
}

export function liveName(id: LiveId): string {
  return id in RATES ? RATES[id as keyof typeof RATES].name : FIGURE_WORDS[id as FigureName].name;
}

/** 口径 of a live figure; of a rate that of both its numbers. */
export function liveDefinition(id: LiveId): string {
  return id in RATES ? `${FIGURE_WORDS[RATES[id as keyof typeof RATES].of].rule}${FIGURE_WORDS['month-due'].rule}` : FIGURE_WORDS[id as FigureName].rule;
}

function countOf(id: FigureName, { today, lamps, month }: Figures): number {
  switch (id) {
    case 'reported-today': return today.reported;
    case 'accepted-today': return today.accepted;
    case 'closed-today': return today.closed;
    case 'closed-on-time-today': return today.closedOnTime;
    case 'open': return today.open;
    case 'red': case 'yellow': case 'green': case 'paused': return lamps[id];
    case 'month-due': return month.due;
    case 'month-closed': return month.closed;
    case 'month-closed-on-time': return month.closedOnTime;
  }
}

/** One live figure as the wall shows it at that moment, with the same definition. */
export function freezeLive(id: LiveId, figures: Figures): FrozenFigure {
  const common = { id, name: liveName(id), source: SOURCE, asOf: figures.at };
  if (id === 'month-rate' || id === 'month-on-time-rate') {
    const { part } = RATES[id];
    const { [part]: numerator, due: denominator } = figures.month;
    const { percent, text, isFew } = shownRate(numerator, denominator);
    return { ...common, unit: '%', value: percent === null ? null : Number(text), text, numerator, denominator, isFew, target: figures.targetRate, before: null, definition: liveDefinition(id) };
  }
  const value = countOf(id, figures);
  const yesterday = figures.today.reportedYesterdayByNow;
  return {
    ...common, unit: '件', value, text: String(value), isFew: false, target: null,
    ...(id === 'closed-on-time-today' ? { numerator: value, denominator: figures.today.closed } : { numerator: null, denominator: null }),
    before: id === 'reported-today' ? { name: '昨日此时', value: yesterday, text: String(yesterday) } : null,
    definition: liveDefinition(id),
  };
}
