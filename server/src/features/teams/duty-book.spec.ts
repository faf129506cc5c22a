import { describe, expect, it } from 'vitest';
import { asId, type UnitId } from '@wangge/shared/base';
import { createSqliteDocumentStore, openDatabase } from '../../store/sqlite.ts';
import { DutyBook } from './duty-book.ts';

const [ONE, TWO] = [asId<UnitId>('unit-1'), asId<UnitId>('unit-2')];
const open = (): ReturnType<typeof createSqliteDocumentStore> => createSqliteDocumentStore(openDatabase(':memory:'));

describe('the book of who is on duty', () => {
  it('knows what was said last, and nothing of those who said nothing', async () => {
    const book = await DutyBook.open(open());
    expect(book.of(ONE)).toBeUndefined();
    await book.say(ONE, true);
    await book.say(TWO, true);
    await book.say(ONE, false);
    expect([book.of(ONE), book.of(TWO)]).toEqual([false, true]);
  });

  it('has it after a restart, and takes over what another node kept', async () => {
    const documents = open();
    const [here, there] = [await DutyBook.open(documents), await DutyBook.open(documents)];
    await here.say(ONE, true);
    expect((await DutyBook.open(documents)).of(ONE)).toBe(true);
    expect(there.of(ONE)).toBeUndefined();
    await there.reread();
    expect(there.of(ONE)).toBe(true);
  });

  it('takes nothing for said that could not be kept', async () => {
    const documents = { ...open(), put: async () => Promise.reject(new Error('away')) };
    const book = await DutyBook.open(documents);
    await expect(book.say(ONE, true)).rejects.toThrow('away');
    expect(book.of(ONE)).toBeUndefined();
  });

  it('tells whose duty changed, once, and nobody when nothing did', async () => {
    const documents = open();
    const [here, there] = [await DutyBook.open(documents), await DutyBook.open(documents)];
    const told: (readonly UnitId[])[] = [];
    there.onChange((unitIds) => told.push(unitIds));
    await here.say(ONE, true);
    await here.say(TWO, false);
    for (let i = 0; i < 2; i += 1) await there.reread();
    await there.say(ONE, true);
    expect(told.map((ids) => ids.toSorted())).toEqual([[ONE, TWO]]);
  });
});
