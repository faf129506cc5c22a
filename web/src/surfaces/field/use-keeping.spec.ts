import { describe, expect, it } from 'vitest';
import { createSSRApp, h, type ShallowRef } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { provideKeeping, useHasNotKept, useKeeping, type KeepThenClose } from './use-keeping.ts';

async function form(): Promise<{ keepThenClose: KeepThenClose; hasNotKept: ShallowRef<boolean> }> {
  let found: Awaited<ReturnType<typeof form>> | null = null;
  const sheet = { setup: () => { found = { keepThenClose: useKeeping(), hasNotKept: useHasNotKept() }; return () => h('p'); } };
  await renderToString(createSSRApp({ setup: () => { provideKeeping(); return () => h(sheet); } }));
  return found!;
}

const full = (): Promise<string> => Promise.reject(new DOMException('The disk is full.', 'QuotaExceededError'));

describe('what was said in a form', () => {
  it('[RL15] closes it when the telephone has it, and says so where it has not', async () => {
    const { keepThenClose, hasNotKept } = await form();
    const closed: string[] = [];
    await keepThenClose(full, (kept) => closed.push(kept));
    expect([closed, hasNotKept.value]).toEqual([[], true]);
    await keepThenClose(() => Promise.resolve('sent'), (kept) => closed.push(kept));
    expect([closed, hasNotKept.value]).toEqual([['sent'], false]);
  });

  it('is kept once, however often it is pressed meanwhile', async () => {
    const { keepThenClose } = await form();
    const { promise, resolve } = Promise.withResolvers<void>();
    let times = 0;
    const press = (): Promise<void> => keepThenClose(() => { times += 1; return promise; }, () => undefined);
    const first = press();
    await press();
    resolve();
    await first;
    expect(times).toBe(1);
  });
});
