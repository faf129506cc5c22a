export type { DomainEvent } from './domain-event.ts';
export { allowedRows, findRow, stateAfter } from './find-row.ts';
export type { LifeCodes } from './find-row.ts';
export type { LifeEntry } from './life-entry.ts';
export type { Guard, Guards, LifeRow, LifeSubject, Wish } from './life-table.ts';
export { processOf } from './process.ts';
export type { LifeLine, Process, ProcessEdge, ProcessNext, ProcessNode, ProcessStay, StepTaken } from './process.ts';
