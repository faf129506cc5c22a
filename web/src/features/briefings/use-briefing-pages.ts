import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { Paper } from '@wangge/shared/briefing';
import { readPages, type BriefingPages } from './briefings.commands.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** Which pages are wanted: of what, on which paper. `stamp` is another whenever what is printed is another. */
export interface PagesAsked {
  readonly id: string;
  readonly stamp: string;
  readonly paper: Paper;
}

/** Pages as the server drew them from the frozen content. Those shown stay until the next ones are there, unless they are of another briefing. */
export interface ShownPages {
  readonly pages: ShallowRef<BriefingPages | null>;
  /** Refusal code of the last reading; null when it went well. */
  readonly problem: ShallowRef<string | null>;
}

export function useBriefingPages(asked: () => PagesAsked | null): ShownPages {
  const pages: ShallowRef<BriefingPages | null> = shallowRef(null);
  const problem = shallowRef<string | null>(null);
  let abort = new AbortController();
  let retry: ReturnType<typeof setTimeout> | undefined;

  watch(asked, async (next, before) => {
    if (next && before && next.id === before.id && next.stamp === before.stamp && next.paper === before.paper) return;
    abort.abort();
    clearTimeout(retry);
    abort = new AbortController();
    const { signal } = abort;
    if (!next || next.id !== before?.id || next.paper !== before.paper) pages.value = null;
    problem.value = null;
    if (!next) return;
    await read(next, signal, FIRST_PAUSE_MS);
  }, { immediate: true });

  /** A line that is down or a server that is busy is asked again; a plain no is not. */
  async function read({ id, paper }: PagesAsked, signal: AbortSignal, pauseMs: number): Promise<void> {
    const answer = await readPages(id, paper, signal);
    if (signal.aborted) return;
    if (answer.ok) pages.value = answer.value;
    else if (answer.status === 0 || answer.status === 429 || answer.status >= 500) retry = setTimeout(() => void read({ id, paper, stamp: '' }, signal, Math.min(LONGEST_PAUSE_MS, pauseMs * 2)), pauseMs);
    else problem.value = answer.code;
  }

  onScopeDispose(() => {
    abort.abort();
    clearTimeout(retry);
  });
  return { pages, problem };
}
