import { expect, it } from 'vitest';
import { waitingBy } from './waiting-here.ts';

it('[PH10] says of whom how much waits on this phone, also of what an older build kept without a name', () => {
  const entries = [{ personId: 'a', personName: '王强' }, { personId: 'b' }, { personId: 'a', personName: '王强' }];
  expect(waitingBy(entries)).toEqual([{ personId: 'a', name: '王强', count: 2 }, { personId: 'b', name: null, count: 1 }]);
  expect(waitingBy([])).toEqual([]);
});
