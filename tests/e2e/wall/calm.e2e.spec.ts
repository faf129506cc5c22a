import { describe, expect, inject, it } from 'vitest';
import { isAlive } from '../actions/wall.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

describe('a wall that spares its screens and its viewers', () => {
  it('stands off its place by two units at most, without its map, and passes into the other light within four seconds', async () => {
    const { page } = await visits.open(`${product.wallUrl}&scene=overview`, { viewport: { width: 1280, height: 720 } });
    await isAlive(page);
    const shift = await page.evaluate(() => {
      const uPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 100;
      const bar = document.querySelector<HTMLElement>('.deck > .top')!;
      const offPlace = bar.getBoundingClientRect();
      bar.style.translate = 'none';
      const place = bar.getBoundingClientRect();
      bar.style.removeProperty('translate');
      const map = document.querySelector('.wall-map')!.getBoundingClientRect();
      return { reach: Math.max(Math.abs(offPlace.left - place.left), Math.abs(offPlace.top - place.top)) / uPx, map: [map.left, map.top] };
    });
    expect(shift.reach).toBeCloseTo(2, 1);
    expect(shift.map).toEqual([0, 0]);
    await page.keyboard.press('d');
    const passes = await page.waitForFunction(() => {
      const spans = document.getAnimations().flatMap(({ effect }) => (effect instanceof KeyframeEffect && /^::view-transition-(old|new)/.test(effect.pseudoElement ?? '') ? [effect.getTiming().duration] : []));
      return document.documentElement.dataset['light'] === 'day' && spans.length > 0 ? spans : null;
    });
    expect(new Set(await passes.jsonValue() as number[])).toEqual(new Set([4_000]));
  });

  it('cuts where its address asks for calm: nothing fades, and the light is another at once', async () => {
    const { page } = await visits.open(`${product.wallUrl}&scene=overview&motion=calm`, { viewport: { width: 1280, height: 720 } });
    await isAlive(page);
    await page.keyboard.press('d');
    await page.waitForFunction(() => document.documentElement.dataset['light'] === 'day');
    const moving = await page.evaluate(() => ({
      running: document.getAnimations().length,
      slow: [...document.querySelectorAll('*')].filter((element) => /[1-9]/.test(`${getComputedStyle(element).transitionDuration} ${getComputedStyle(element).animationDuration}`)).length,
    }));
    expect(moving).toEqual({ running: 0, slow: 0 });
  });
});
