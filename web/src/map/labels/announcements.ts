import type { LngLat } from '@wangge/shared/geo';
import { mercatorOf, toScreen, type MercatorPoint, type Viewport } from '../viewport.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Rings that announce a new case (新案提示): each plays once by the style sheet and takes itself away. */
export class Announcements {
  readonly #root: HTMLElement;
  #shown: { readonly element: HTMLElement; readonly place: MercatorPoint }[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  add(lngLat: LngLat, tone: 'plain' | 'red'): void {
    const element = document.createElement('div');
    element.className = `map-announcement is-${tone}`;
    element.append(ring('map-announcement-ring'));
    if (tone === 'red') element.append(ring('map-announcement-wave'));
    element.addEventListener('animationend', () => this.#prune());
    this.#root.append(element);
    this.#shown.push({ element, place: mercatorOf(lngLat) });
  }

  follow(view: Viewport): void {
    for (const { element, place } of this.#shown) {
      const [x, y] = toScreen(view, place);
      element.style.transform = `translate(${x}px,${y}px)`;
    }
  }

  #prune(): void {
    this.#shown = this.#shown.filter(({ element }) => {
      const isPlaying = element.getAnimations({ subtree: true }).some(({ playState }) => playState === 'running');
      if (!isPlaying) element.remove();
      return isPlaying;
    });
  }
}

function ring(className: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const circle = document.createElementNS(SVG, 'circle');
  svg.setAttribute('class', className);
  svg.setAttribute('viewBox', '-50 -50 100 100');
  circle.setAttribute('r', '40');
  circle.setAttribute('pathLength', '1');
  svg.append(circle);
  return svg;
}
