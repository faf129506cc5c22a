import { expect, it } from 'vitest';
import type { Case } from '@wangge/shared/case';
import { silentLogger } from '../../platform/logger.ts';
import type { CaseChange, CaseFeed } from './case-feed.api.ts';
import type { CasesApi } from './cases.api.ts';
import { createSuspensionTimer } from './suspension-timer.ts';

it('[CL22] ends a suspension on its day and moves nothing else, however late it is', async () => {
  let now = 0;
  let look = (): void => undefined;
  let tell: (changes: readonly CaseChange[]) => void = () => undefined;
  const acted: string[] = [];
  const items = [
    { id: 'due', no: '1', revision: 4, state: 'suspended', suspendedUntil: 100 }, { id: 'later', no: '2', revision: 4, state: 'suspended', suspendedUntil: 900 },
    { id: 'late', no: '3', revision: 2, state: 'handling', suspendedUntil: null, clock: { dueAt: 1 } },
  ] as unknown as Case[];
  const feed = { onChanges: (listener: typeof tell) => { tell = listener; } } as unknown as CaseFeed;
  const cases = {
    get: (id: string) => items.find((item) => item.id === id),
    command: async (id: string, wish: { action: string; actor: { role: string } }) => (acted.push(`${id} ${wish.action} ${wish.actor.role}`), { ok: true }),
  } as unknown as CasesApi;
  createSuspensionTimer(feed, cases, { now: () => now, after: () => () => undefined, every: (_ms, callback) => { look = callback; return () => undefined; } }, silentLogger).start();
  tell(items.map((after) => ({ after }) as CaseChange));
  for (const at of [99, 100]) {
    now = at;
    look();
    await new Promise((resolve) => void setImmediate(resolve));
  }
  expect(acted).toEqual(['due resume system']);
});
