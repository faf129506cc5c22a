import type { Page } from 'playwright-core';

/** Waits until one display of a wall shows live data: its bar may lie on another display. */
export async function isLive(page: Page): Promise<void> {
  await page.locator('.link').filter({ hasText: '实时' }).waitFor({ state: 'attached', timeout: 60_000 });
  await page.locator('.rail section[aria-label]').first().waitFor({ timeout: 60_000 });
}

/** Where each label of the map is tied to its place, by its words, CSS px from this display's corner; also those that lie on other displays. */
export async function labelsOf(page: Page): Promise<Map<string, readonly [number, number]>> {
  const labels = await page.getByRole('application', { name: '辖区地图' }).locator('.map-label-village.is-placed, .map-label-neighbour.is-placed').evaluateAll((all) => all.map((label) => {
    const { e, f } = new DOMMatrixReadOnly(getComputedStyle(label).transform);
    return [label.textContent ?? '', [e, f]] as const;
  }));
  return new Map(labels);
}
