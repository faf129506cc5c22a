import { describe, expect, inject, it } from 'vitest';
import { Person } from '../actions/person.ts';
import { useVisits } from '../actions/visits.ts';
import { isAlive } from '../actions/wall.ts';

const product = inject('product');
const visits = useVisits();

describe('a screen of a wall without a keyboard', () => {
  it('[PR7] shows a code, opens the wall it is paired with at the desk, comes back after a restart, and shows a code again when it is taken away', async () => {
    const { page: screen } = await visits.open(`${product.url}/wall`, { viewport: { width: 1280, height: 720 }, mayComplain: /401/ });
    const words = screen.getByRole('region', { name: '配对码' }).getByRole('status');
    const code = async (): Promise<string> => (await words.getAttribute('aria-label')) ?? '';
    await expect.poll(code, { timeout: 30_000 }).toMatch(/^[2-9A-Z]{4} [2-9A-Z]{4}$/);

    const { session } = await Person.signIn(product, 'zhihuizhang');
    const { page: desk } = await visits.open(`${product.url}/desk/stage`, { session, viewport: { width: 1366, height: 768 }, mayComplain: /422/ });
    const wall = desk.getByRole('region', { name: '大屏与屏端' }).getByRole('article').first();
    const field = wall.getByRole('textbox', { name: '配对码' });
    const pair = wall.getByRole('button', { name: '配对', exact: true });
    await field.fill('2222 2222');
    await pair.click();
    await desk.getByRole('alert').waitFor();
    await field.fill((await code()).toLowerCase());
    await pair.click();
    await wall.getByRole('button', { name: '解除配对' }).waitFor();
    await isAlive(screen);

    await screen.reload();
    await isAlive(screen);
    await wall.getByText('在线 · 1280 × 720').waitFor();
    await wall.getByRole('button', { name: '解除配对' }).click();
    await expect.poll(code, { timeout: 30_000 }).toMatch(/^[2-9A-Z]{4} [2-9A-Z]{4}$/);
  });
});
