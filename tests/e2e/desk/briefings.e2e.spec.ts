import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import type { BriefingDetail } from '@wangge/shared/briefing';
import { Person } from '../actions/person.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();
const WAIT = { timeout: 60_000 };

/** Every text that the pages shown in a region are made of. */
async function textsIn(page: Page, region: string): Promise<string[]> {
  return page.getByRole('region', { name: region }).locator('svg text').allTextContents();
}

describe('a briefing on the desk', () => {
  it('is frozen at one press, shows the frozen numbers, is signed, taken away in four formats and presented on the wall', async () => {
    const person = await Person.signIn(product, 'zhihuizhang');
    const { page } = await visits.open(`${product.url}/desk/briefings`, { session: person.session, viewport: { width: 1366, height: 768 } });
    await page.getByRole('button', { name: '现在出一份' }).click();
    const preview = page.getByRole('region', { name: '预览' });
    await preview.locator('svg').first().waitFor(WAIT);
    const id = new URL(page.url()).searchParams.get('id') ?? '';
    const { briefing } = await person.read<BriefingDetail>(`/api/v1/briefings/${id}`);
    const { figures, lamps, map, ranking } = briefing.content;
    expect(await preview.getAttribute('data-hash')).toBe(briefing.hash);
    const printed = await textsIn(page, '预览');
    const frozen = [...figures.map(({ text }) => text), ...[lamps.red, lamps.yellow, lamps.green, lamps.paused].map(String), ...ranking.rows.map(({ text, isFew }) => (isFew ? '样本少' : `${text} %`)), ...(map?.areas ?? []).map(({ open }) => String(open))];
    expect(frozen.filter((text) => !printed.includes(text))).toEqual([]);

    await page.getByRole('button', { name: '签发', exact: true }).click();
    const begin = page.getByRole('button', { name: '在大屏汇报' });
    await begin.waitFor(WAIT);
    await page.getByText(briefing.hash, { exact: true }).waitFor(WAIT);
    for (const [format, magic] of [['PDF', '%PDF'], ['PPTX', 'PK'], ['XLSX', 'PK'], ['PNG', '\u0089PNG']] as const) {
      const [file] = await Promise.all([page.waitForEvent('download', WAIT), page.getByRole('link', { name: format }).click()]);
      expect(readFileSync(await file.path()).toString('latin1', 0, magic.length), format).toBe(magic);
    }

    const { page: wall } = await visits.open(product.wallUrl);
    await begin.click();
    const presenter = wall.getByRole('region', { name: '汇报', exact: true });
    await presenter.locator('svg text').first().waitFor(WAIT);
    expect(await presenter.getAttribute('data-hash')).toBe(briefing.hash);
    await presenter.getByText('数字截至').waitFor();
    expect(await textsIn(wall, '汇报')).toEqual(expect.arrayContaining([briefing.content.title, String(lamps.red), String(lamps.green)]));
    await wall.keyboard.press('ArrowRight');
    await expect.poll(() => presenter.getAttribute('data-page'), WAIT).toBe('1');
    expect((await textsIn(wall, '汇报')).filter((text) => figures.slice(0, 8).some((one) => one.text === text)).length).toBeGreaterThanOrEqual(Math.min(8, figures.length));
    await expect.poll(() => page.getByRole('button', { name: '2 指标' }).getAttribute('aria-pressed'), WAIT).toBe('true');
    await page.getByRole('button', { name: '结束汇报' }).click();
    await presenter.waitFor({ state: 'detached', ...WAIT });
  });
});
