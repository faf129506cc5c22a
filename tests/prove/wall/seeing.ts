import type { Page } from 'playwright-core';
import type { Checks } from '../checks.ts';
import type { Room } from './room.ts';
import type { Scale } from './scale.ts';

/** How people see who do not see all colours; 灰度 is a print, or an old screen. */
const EYES = ['achromatopsia', 'deuteranopia', 'protanopia'] as const;
/** Two marks are told apart by form alone where this share of all they draw is drawn by one of them only: a square and a disc that look equally big differ by their corners. */
const FORM_APART = 0.14;
/** … and whatever the form, where what one sees of them differs by so much of the way from black to white, on average over all they draw. */
const SEEN_APART = 0.12;
/** Edge of the square that each mark is compared in, px. */
const SIDE = 64;

/** One mark as grey levels 0–1, row by row. */
type Grey = readonly number[];

/** Lays every lamp and platform mark of the page side by side on its ground, each once, and answers their names. */
function layOut(page: Page): Promise<string[]> {
  return page.evaluate((side) => {
    document.querySelector('#forms')?.remove();
    const sheet = document.createElement('div');
    sheet.id = 'forms';
    sheet.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:9999;display:flex;background:var(--bg)';
    const found = new Map<string, Element>();
    for (const lamp of document.querySelectorAll('.wall svg.lamp')) found.set(`lamp ${[...lamp.classList].find((name) => name !== 'lamp') ?? ''}`, lamp);
    for (const shape of document.querySelectorAll('.wall svg.mark')) found.set(`platform ${shape.querySelector('path')?.getAttribute('d')?.slice(0, 8) ?? ''}`, shape);
    for (const mark of found.values()) {
      const copy = mark.cloneNode(true) as SVGElement;
      copy.style.cssText = `width:${side}px;height:${side}px;flex:none`;
      sheet.append(copy);
    }
    document.querySelector('.wall')?.append(sheet);
    return [...found.keys()];
  }, SIDE);
}

/** How the sheet is seen by an eye: each mark in grey. */
async function lookAt(page: Page, count: number): Promise<Grey[]> {
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: SIDE * count, height: SIDE } });
  return page.evaluate(async ({ base64, many, side }) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/png' }));
    const pen = new OffscreenCanvas(side * many, side).getContext('2d', { willReadFrequently: true });
    if (!pen) return [];
    pen.drawImage(bitmap, 0, 0, side * many, side);
    return Array.from({ length: many }, (_, index) => {
      const { data } = pen.getImageData(index * side, 0, side, side);
      return Array.from({ length: side * side }, (__, at) => (0.2126 * (data[4 * at] ?? 0) + 0.7152 * (data[4 * at + 1] ?? 0) + 0.0722 * (data[4 * at + 2] ?? 0)) / 255);
    });
  }, { base64: picture.toString('base64'), many: count, side: SIDE });
}

/** What two marks have apart: in form (share of what only one draws of what both draw) and as seen (mean difference over that). */
function apart(one: Grey, other: Grey): { readonly form: number; readonly seen: number } {
  const ground = one[0] ?? 0;
  const isInk = (value: number): boolean => Math.abs(value - ground) > 0.12;
  let [either, only, difference] = [0, 0, 0];
  one.forEach((value, at) => {
    const beside = other[at] ?? ground;
    if (!isInk(value) && !isInk(beside)) return;
    either += 1;
    if (isInk(value) !== isInk(beside)) only += 1;
    difference += Math.abs(value - beside);
  });
  return { form: only / Math.max(1, either), seen: difference / Math.max(1, either) };
}

function pairsOf(names: readonly string[], kind: string): (readonly [number, number])[] {
  const at = names.flatMap((name, index) => (name.startsWith(kind) ? [index] : []));
  return at.flatMap((one, index) => at.slice(index + 1).map((other) => [one, other] as const));
}

async function proveEyes(page: Page, light: string, checks: Checks): Promise<void> {
  const names = await layOut(page);
  const devtools = await page.context().newCDPSession(page);
  for (const type of EYES) {
    await devtools.send('Emulation.setEmulatedVisionDeficiency', { type });
    const marks = await lookAt(page, names.length);
    for (const kind of ['lamp', 'platform']) {
      const pairs = pairsOf(names, kind).map(([one, other]) => ({ name: `${names[one]}/${names[other]}`, ...apart(marks[one] ?? [], marks[other] ?? []) }));
      const alike = pairs.filter(({ form, seen }) => form < FORM_APART || seen < SEEN_APART);
      const least = pairs.toSorted((a, b) => a.form - b.form)[0];
      const said = `${pairs.length} pairs, the most alike ${least?.name}: ${((least?.form ?? 0) * 100).toFixed(0)} % of the form, ${((least?.seen ?? 0) * 100).toFixed(0)} % of the light`;
      checks.check(`${type}, ${light}: every ${kind} is told from every other`, pairs.length >= 6 && alike.length === 0, alike.length === 0 ? said : alike.map(({ name, form, seen }) => `${name} ${form.toFixed(2)} ${seen.toFixed(2)}`).join(' · '));
    }
  }
  await devtools.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
  await devtools.detach();
}

/** Lamps and platforms are told apart without colour, and by eyes that miss one, by night and by day: measured on the marks the wall draws. */
export async function proveSeeing(room: Room, scale: Scale, checks: Checks): Promise<void> {
  for (const light of scale.lights) {
    const page = await room.visit({ width: 1920, height: 1080, query: `&scene=overview&light=${light}`, pixelRatio: 1 });
    await proveEyes(page, light, checks);
    await room.leave(page);
  }
}
