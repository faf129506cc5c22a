import { describe, expect, it } from 'vitest';
import { asId, type PersonId } from '../base/index.ts';
import { given } from './case.fixture.ts';
import { mayLook, type Looker } from './may-look.ts';

const item = given(['accept', 'file', 'dispatch', 'sign', 'arrive', 'report-back']);
const worker: Looker = { id: asId<PersonId>('p-worker'), roles: ['grid-worker'], unitIds: ['village-1'] };
const inspector: Looker = { id: asId<PersonId>('p-inspector'), roles: ['inspector'], unitIds: [] };
const all = { mayAsk: () => true };
const noWorker = { mayAsk: (id: string) => id !== worker.id };

describe('whom the room may ask to look', () => {
  it('[CL10] offers grid workers, and an inspector for a check only', () => {
    expect([mayLook(item, worker, 'verify', all), mayLook(item, inspector, 'verify', all)]).toEqual([true, false]);
    expect([mayLook(item, worker, 'check', all), mayLook(item, inspector, 'check', all)]).toEqual([true, true]);
    expect(mayLook(item, { ...worker, roles: ['squad'] }, 'check', all)).toBe(false);
  });

  it('[CL10] offers no worker whose matters are not admitted, and nobody who handled the case or whose unit did', () => {
    expect([mayLook(item, worker, 'check', noWorker), mayLook(item, inspector, 'check', noWorker)]).toEqual([false, true]);
    expect(mayLook(item, { ...inspector, unitIds: ['team-1'] }, 'check', all)).toBe(false);
    expect(mayLook(item, { ...inspector, id: asId<PersonId>('p-squad') }, 'check', all)).toBe(false);
  });
});
