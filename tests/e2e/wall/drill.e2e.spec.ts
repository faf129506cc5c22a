import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import type { DrillsBoard } from '@wangge/shared/drill';
import { Person } from '../actions/person.ts';
import { countedNumbers, isAlive, tile } from '../actions/wall.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

describe('a wall while its room rehearses', () => {
  it('says 演练 in every header until the drill ends, and its numbers are those of real cases', async () => {
    const chief = await Person.signIn(product, 'zhibanzhang');
    const { page } = await visits.open(`${product.wallUrl}&scene=overview`, { viewport: { width: 1280, height: 720 } });
    await isAlive(page);
    await chief.send('/api/v1/drills', { name: '燃气泄漏演练', until: Date.now() + 600_000, commandId: randomUUID() });
    await page.getByRole('status').filter({ hasText: '燃气泄漏演练' }).waitFor();
    const headers = await page.locator('.panel header').allInnerTexts();
    expect(headers.length).toBeGreaterThan(4);
    expect(headers.filter((text) => !text.includes('演练'))).toEqual([]);
    await tile(page, '今日事件').getByText('演练').waitFor();
    const { board } = await chief.read<{ board: DrillsBoard }>('/api/v1/boards/drills');
    const drill = board.drills.find(({ state }) => state === 'open');
    if (!drill) throw new Error('no drill runs');
    await chief.send(`/api/v1/drills/${drill.id}/commands`, { action: 'end', expectedRevision: drill.revision, commandId: randomUUID() });
    await page.getByRole('status').filter({ hasText: '燃气泄漏演练' }).waitFor({ state: 'detached' });
    expect((await page.locator('.panel header').allInnerTexts()).filter((text) => text.includes('演练'))).toEqual([]);
    expect((await countedNumbers(page)).open).toBeGreaterThan(0);
  });
});
