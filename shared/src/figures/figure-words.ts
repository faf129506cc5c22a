/** Numbers of the day and the month that can be opened (可下钻的指标): each is the set of cases it adds up to. */
export const FIGURE_NAMES = [
  'reported-today', 'accepted-today', 'closed-today', 'closed-on-time-today', 'open', 'red', 'yellow', 'green', 'paused', 'month-due', 'month-closed', 'month-closed-on-time',
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** What each is called and how it is counted (口径), wherever it is shown or printed. */
export const FIGURE_WORDS: Readonly<Record<FigureName, { readonly name: string; readonly rule: string }>> = {
  'reported-today': { name: '今日上报', rule: '今天 0 时起登记的案件，不论来源和现状。' },
  'accepted-today': { name: '今日受理', rule: '今天 0 时起受理的案件。' },
  'closed-today': { name: '今日办结', rule: '今天 0 时起结案的案件。' },
  'closed-on-time-today': { name: '今日按期办结', rule: '今天 0 时起在全案时限内结案的案件；斜线后为今日办结总数。' },
  open: { name: '在办', rule: '还有人该办的案件，含挂账；不含已结案、作废、并案和不予受理。' },
  red: { name: '超期', rule: '在办且已用时限超过 100% 的案件，时限按工作日历计算。' },
  yellow: { name: '临期', rule: '在办且已用时限在 80% 到 100% 之间的案件。' },
  green: { name: '正常', rule: '在办且已用时限不到 80% 的案件。' },
  paused: { name: '挂账', rule: '停表的在办案件，等待条件具备后恢复计时。' },
  'month-due': { name: '本月应结案', rule: '本月结案的，加上本月到期仍未结的案件；挂账的不计。它是两个结案率的分母。' },
  'month-closed': { name: '本月结案', rule: '本月结案的案件。结案率 = 本月结案 ÷ 本月应结案。' },
  'month-closed-on-time': { name: '本月按期结案', rule: '本月在全案时限内结案的案件。按期结案率 = 本月按期结案 ÷ 本月应结案。' },
};
