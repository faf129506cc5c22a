import type { LngLat } from '@wangge/shared/geo';
import { mercatorOf, toScreen, type MercatorPoint, type Viewport } from '../viewport.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Signs that point at a place: rings that announce a new case (新案提示), each playing once by the style sheet, and one pin that stays. */
export class Announcements {
  readonly #root: HTMLElement;
  #pin: { readonly element: HTMLElement; readonly place: MercatorPoint } | null = null;
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

  /** Sets the pin, or takes it away. */
  setPin(lngLat: LngLat | null): void {
    this.#pin?.element.remove();
    this.#pin = lngLat && { element: document.createElement('div'), place: mercatorOf(lngLat) };
    if (this.#pin === null) return;
    this.#pin.element.className = 'map-pin';
    this.#root.append(this.#pin.element);
  }

  follow(view: Viewport): void {
    for (const { element, place } of this.#pin === null ? this.#shown : [...this.#shown, this.#pin]) {
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
