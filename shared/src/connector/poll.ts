import { SECOND_MS } from '../base/index.ts';
import { retryDelayMs } from './progress.ts';

/** How another system wants to know us: its key in a header, or as the password of a name. The key itself stands in no list. */
export type PollAuth = { readonly kind: 'bearer' } | { readonly kind: 'basic'; readonly user: string } | { readonly kind: 'header'; readonly name: string };

/** A system that wants a key of ours, or is told of our cases; times are epoch ms. `kind`: null where it wants none; `host`: where the key goes. */
export interface ConnectorKeyRow {
  readonly id: string;
  readonly name: string;
  readonly kind: PollAuth['kind'] | null;
  readonly host: string;
  readonly setAt: number | null;
  readonly setBy: string | null;
  /** Whether it is told of our cases, signed with a secret made here. */
  readonly isTold: boolean;
}

/** 轮询: what we ask another system for, and how often. */
export interface PollPlan {
  /** Empty until the county knows it: then nothing is asked. `{cursor}` in it stands for how far was read. */
  readonly url: string;
  readonly everySeconds: number;
  readonly auth?: PollAuth | undefined;
  /** Where in an answer it stands how far that goes, and what stands in the first question; none for a system that tells all each time. */
  readonly cursor?: { readonly path: string; readonly first: string } | undefined;
}

/** The address to ask; `read`: how far was read, null before the first answer. */
export function pollUrl({ url, cursor }: PollPlan, read: string | null): string {
  return url.replaceAll('{cursor}', () => encodeURIComponent(read ?? cursor?.first ?? ''));
}

/** How long to wait until the next question, after so many in vain. */
export function pollDelayMs({ everySeconds }: PollPlan, tries: number): number {
  return Math.max(everySeconds * SECOND_MS, tries === 0 ? 0 : retryDelayMs(tries));
}
