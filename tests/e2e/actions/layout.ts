import type { Page } from 'playwright-core';

/** What is wrong with how a wall lies on its screen; all lists are empty on a good one. */
export interface LayoutFaults {
  /** Texts smaller than 16 units, with their size. */
  readonly small: readonly string[];
  /** Texts that reach out of their tile or off the screen. */
  readonly outside: readonly string[];
  /** Texts that lie on a joint between two screens. */
  readonly onJoint: readonly string[];
  /** Elements that could be scrolled. */
  readonly scrolling: readonly string[];
  /** Pairs of tiles that cover each other. */
  readonly overlapping: readonly string[];
}

/** How many screens the wall is made of, across and down. */
export interface Screens {
  readonly across: number;
  readonly down: number;
}

/** Measures every written line of the wall by its rectangle on the screen. */
export async function measureLayout(page: Page, screens: Screens): Promise<LayoutFaults> {
  return page.evaluate(({ across, down }) => {
    const LEAST_U = 16;
    /** Text keeps 8 units off a joint; the deck wanders by up to 2 against burn-in. */
    const CLEAR_U = 6;
    const uPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 100;
    const slackPx = Math.max(1, uPx);
    const faults = { small: [] as string[], outside: [] as string[], onJoint: [] as string[], scrolling: [] as string[], overlapping: [] as string[] };
    const inner = (count: number, length: number): number[] => Array.from({ length: count - 1 }, (_, index) => ((index + 1) / count) * length);
    const uprights = inner(across, innerWidth);
    const levels = inner(down, innerHeight);

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const owner = node.parentElement;
      if (text === '' || owner === null || owner.closest('.sr-only, script, style') || !owner.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const isOnMap = owner.closest('[role=application]') !== null;
      const sizeU = Number.parseFloat(getComputedStyle(owner).fontSize) / uPx;
      if (sizeU < LEAST_U - 0.05) faults.small.push(`${text} ${sizeU.toFixed(1)}u`);
      // What an ellipsis stands for is not written.
      const shortened = [owner, ...ancestorsOf(owner)].find((one) => getComputedStyle(one).textOverflow === 'ellipsis')?.getBoundingClientRect();
      for (const whole of range.getClientRects()) {
        const box = { left: whole.left, right: Math.min(whole.right, shortened?.right ?? Infinity), top: whole.top, bottom: whole.bottom };
        const room = owner.closest('section[aria-label]')?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
        const isOut = box.left < room.left - slackPx || box.right > room.right + slackPx || box.top < room.top - slackPx || box.bottom > room.bottom + slackPx;
        if (isOut && !isOnMap) faults.outside.push(text);
        const isOn = uprights.some((x) => box.left < x + CLEAR_U * uPx && box.right > x - CLEAR_U * uPx)
          || levels.some((y) => box.top < y + CLEAR_U * uPx && box.bottom > y - CLEAR_U * uPx);
        if (isOn) faults.onJoint.push(`${text} (${[box.left, box.top, box.right, box.bottom].map(Math.round).join(' ')})`);
      }
    }

    for (const element of document.querySelectorAll<HTMLElement>('*')) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const may = (value: string): boolean => value === 'auto' || value === 'scroll' || (element === document.documentElement && value === 'visible');
      const isWide = may(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const isLong = may(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (isWide || isLong) faults.scrolling.push(element.className || element.tagName);
    }

    const tiles = [...document.querySelectorAll('section[aria-label]')].map((one) => ({ name: one.getAttribute('aria-label') ?? '', box: one.getBoundingClientRect() }));
    tiles.forEach((one, index) => tiles.slice(index + 1).forEach((other) => {
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const along = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > slackPx && along > slackPx) faults.overlapping.push(`${one.name} ${other.name}`);
    }));
    return faults;

    function ancestorsOf(element: Element): Element[] {
      return element.parentElement === null ? [] : [element.parentElement, ...ancestorsOf(element.parentElement)];
    }
  }, screens);
}
