/** An upright rectangle on the screen, CSS px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A round thing on the screen, CSS px. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The box of a size around a middle. */
export function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** The least box that holds two. */
export function boxOfBoth(a: Box, b: Box): Box {
  return { left: Math.min(a.left, b.left), top: Math.min(a.top, b.top), right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom) };
}

/** Whether two boxes come nearer than `gap`; at exactly `gap` they do not. */
export function boxesMeet(a: Box, b: Box, gap: number): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}

/** Whether a box comes nearer than `gap` to a disc. */
export function boxMeetsDisc(box: Box, disc: Disc, gap: number): boolean {
  const x = Math.max(box.left, Math.min(disc.x, box.right)) - disc.x;
  const y = Math.max(box.top, Math.min(disc.y, box.bottom)) - disc.y;
  return Math.hypot(x, y) < disc.radius + gap;
}

/** Whether `inner` lies wholly within `outer`. */
export function boxHolds(outer: Box, inner: Box): boolean {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
}
