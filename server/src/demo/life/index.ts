export { startDemoLife } from './demo-life.ts';
export type { DemoLifeDeps } from './demo-life.ts';
export { seedHistory } from './seed-history.ts';
export type { HistoryDeps } from './seed-history.ts';
