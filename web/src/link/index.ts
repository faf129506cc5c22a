export { createLink } from './link.ts';
export type { Link, LinkListeners, LinkOptions } from './link.ts';
export type { LinkRefusal, Surface } from './link-messages.ts';
export type { LinkState, LinkStatus } from './link-watch.ts';
