import { defineStore } from 'pinia';
import { computed, effectScope, onScopeDispose, shallowReactive, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import { mayWorkInField, watchesOwnCases } from '@wangge/shared/access';
import type { BoardAnswer } from '@wangge/shared/wire';
import { callRest, type RestRefusal } from '../../link/rest.ts';
import { useAccessStore } from '../access/access.store.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { readPastBoards } from './past-boards.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** How old a board may grow where nobody hints at another version. */
const UNTOLD_MS = 15_000;

/** What tells a page what to show, and what interrupts it: true at all times. The rest is of the moment that is replayed, and stays as it is while the picture is held. */
const DIRECTING = new Set(['stage', 'scenes', 'drills']);
const UNHELD = new Set([...DIRECTING, 'alarms']);

/** What is held of one board, and what is under way for it. */
interface HeldBoard {
  readonly name: string;
  watchers: number;
  readonly shown: { answer: BoardAnswer | null; refusal: RestRefusal | null; hinted: number | null };
  isReading: boolean;
  /** A hint came while it was being read. */
  isAgain: boolean;
  pauseMs: number;
  retry: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Boards (看板) as the server last answered them. One that somebody shows is read at once, again when the server hints at
 * another version or the link came back, and again with growing pauses when it could not be read. Who is pushed only their own
 * cases gets no hints: then it is read again when one of these changed, and every few seconds. A board that the session may
 * not read is never asked for. Forgotten when another person signs in.
 */
export const useBoardsStore = defineStore('boards', () => {
  const held = new Map<string, HeldBoard>();
  const link = useLinkStatusStore();
  const access = useAccessStore();
  const cases = useCasesStore();
  const isUntold = computed(() => access.role !== null && (watchesOwnCases(access.role) || (link.surface === 'field' && mayWorkInField(access.role))));
  let versions: Readonly<Record<string, number>> = {};
  /** Counts the persons: an answer asked for by an earlier one is thrown away. */
  let era = 0;

  function hold(name: string): HeldBoard {
    const known = held.get(name);
    if (known) return known;
    const fresh: HeldBoard = {
      name, watchers: 0, shown: shallowReactive({ answer: null, refusal: null, hinted: versions[name] ?? null }), isReading: false, isAgain: false,
      pauseMs: FIRST_PAUSE_MS, retry: undefined,
    };
    held.set(name, fresh);
    return fresh;
  }

  /** By what the server said of the session: nobody is asked for what they may not see. */
  function mayRead(name: string): boolean {
    return access.session?.boards.includes(name) ?? false;
  }

  /** Whether a board follows what happens: while the picture is held, it stays as it is. */
  const isFollowed = (name: string): boolean => link.heldAt === null || UNHELD.has(name);

  async function read(one: HeldBoard): Promise<void> {
    clearTimeout(one.retry);
    if (one.isReading || !mayRead(one.name) || !isFollowed(one.name)) return;
    const asked = era;
    one.isReading = true;
    one.isAgain = false;
    const answer = await callRest<BoardAnswer>('GET', `/api/v1/boards/${one.name}`);
    if (asked !== era) return;
    one.isReading = false;
    if (!isFollowed(one.name)) return;
    if (answer.ok) take(one, answer.value);
    else refuse(one, answer);
  }

  function take(one: HeldBoard, answer: BoardAnswer): void {
    one.pauseMs = FIRST_PAUSE_MS;
    one.shown.answer = answer;
    one.shown.refusal = null;
    if (one.watchers === 0) return;
    if (one.isAgain && one.shown.hinted !== answer.version) void read(one);
    else if (isUntold.value) one.retry = setTimeout(() => void read(one), UNTOLD_MS);
  }

  /** What is held stays; a line that is down or a server in trouble is asked again, a plain no is not. */
  function refuse(one: HeldBoard, refusal: RestRefusal): void {
    one.shown.refusal = refusal;
    const isPassing = refusal.status === 0 || refusal.status === 429 || refusal.status >= 500;
    if (!isPassing || one.watchers === 0) return;
    one.retry = setTimeout(() => void read(one), one.pauseMs);
    one.pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * one.pauseMs);
  }

  function hint(next: Readonly<Record<string, number>>): void {
    versions = next;
    for (const one of held.values()) {
      const version = next[one.name] ?? null;
      if (!isFollowed(one.name)) continue;
      if (one.shown.hinted === version) continue;
      one.shown.hinted = version;
      if (one.isReading) one.isAgain = true;
      else if (one.watchers > 0 && one.shown.answer?.version !== version) void read(one);
    }
  }

  function readAll(): void {
    for (const one of held.values()) {
      if (one.watchers === 0) continue;
      if (one.isReading) one.isAgain = true;
      else void read(one);
    }
  }

  /** What is held of the boards that stay as they are in a held picture. */
  function picture(): ReadonlyMap<string, BoardAnswer> {
    return new Map([...held.values()].flatMap(({ name, shown: { answer } }) => (answer === null || UNHELD.has(name) ? [] : [[name, answer] as const])));
  }

  /** Puts back what a picture held; boards it did not hold are empty. */
  function putBack(kept: ReadonlyMap<string, BoardAnswer>): void {
    for (const name of kept.keys()) hold(name);
    for (const one of held.values()) {
      if (UNHELD.has(one.name)) continue;
      const answer = kept.get(one.name) ?? null;
      Object.assign(one.shown, { answer, hinted: answer?.version ?? null });
    }
  }

  /** Another person watches: what the one before saw is gone, and what is shown is asked for anew. */
  function forget(): void {
    era += 1;
    versions = {};
    for (const one of held.values()) {
      clearTimeout(one.retry);
      Object.assign(one, { isReading: false, isAgain: false, pauseMs: FIRST_PAUSE_MS });
      Object.assign(one.shown, { answer: null, refusal: null, hinted: null });
    }
    readAll();
  }

  /** Keeps a board fresh until the answer is called. */
  function subscribe(name: string): { readonly shown: HeldBoard['shown']; readonly end: () => void } {
    const one = hold(name);
    one.watchers += 1;
    const isFresh = one.shown.answer !== null && one.shown.answer.version === one.shown.hinted;
    // Before the link brought its first picture nobody may be signed in yet; the hint that follows it asks then.
    if (!isFresh && link.hasPicture) void read(one);
    if (link.pastAt !== null) askSoon();
    return {
      shown: one.shown,
      end() {
        one.watchers -= 1;
        if (one.watchers === 0) clearTimeout(one.retry);
      },
    };
  }

  watch(() => link.resumedCount, readAll);
  watch(() => link.heldAt, (at) => {
    if (at !== null) return;
    hint(versions);
    readAll();
  });
  watch(() => isUntold.value && link.hasPicture && cases.rows, (rows) => { if (rows) readAll(); });
  const { past, askSoon } = readPastBoards(() => [...held.values()].filter(({ name, watchers }) => watchers > 0 && !UNHELD.has(name) && mayRead(name)).map(({ name }) => name));
  return { hint, forget, subscribe, mayRead, picture, putBack, past };
});

/** A board as a surface shows it: of the present, or of the moment that is replayed. */
export interface BoardShown<T> {
  /** Null until it was read once. */
  readonly board: ComputedRef<T | null>;
  /** As of when it is true, server time: the link's last word while no other version was hinted at. Null until it was read, and in replay where it can't be told. */
  readonly at: ComputedRef<number | null>;
  readonly isLost: ComputedRef<boolean>;
  /** Whether the session may read it at all. */
  readonly isReadable: ComputedRef<boolean>;
  /** Why it could not be read the last time; null when it could. */
  readonly refusal: ComputedRef<RestRefusal | null>;
}

/** The present of a board, whatever moment the room shows: for what must be heard in replay too. */
export function useLiveBoard<T extends object>(name: string): ComputedRef<T | null> {
  const { shown, end } = useBoardsStore().subscribe(name);
  onScopeDispose(end);
  return computed(() => (shown.answer?.board as T | undefined) ?? null);
}

/**
 * Shows a board of the server while the calling component lives.
 *
 *     const { board, at, isLost } = useBoard<OversightBoard>('oversight');
 *     const panelAge = usePanelAge(() => ({ at: at.value, isLost: isLost.value, refreshMs: 5_000 }));
 */
export function useBoard<T extends object>(name: string): BoardShown<T> {
  const link = useLinkStatusStore();
  const boards = useBoardsStore();
  const { shown, end } = boards.subscribe(name);
  onScopeDispose(end);
  const past = computed(() => boards.past?.boards[name]);
  return {
    // In replay as it was then, but for what tells the page what is to be shown.
    board: computed(() => ((link.pastAt === null || DIRECTING.has(name) ? shown.answer?.board : past.value) as T | undefined) ?? null),
    at: computed(() => {
      if (link.pastAt !== null) return past.value === undefined ? null : boards.past?.at ?? null;
      if (shown.answer === null) return null;
      return shown.answer.version === shown.hinted ? Math.max(shown.answer.at, link.lastWordAt ?? 0) : shown.answer.at;
    }),
    isLost: computed(() => link.isLost),
    isReadable: computed(() => boards.mayRead(name)),
    refusal: computed(() => shown.refusal),
  };
}

/** A board that is read only while it is wanted, such as for a layer that may be off, or before visitors, who may not read it; null otherwise. */
export function useBoardWhile<T extends object>(name: string, isWanted: () => boolean): ShallowRef<T | null> {
  const shown = shallowRef(null) as ShallowRef<T | null>;
  watch(isWanted, (is, _before, onCleanup) => {
    if (!is) return;
    const scope = effectScope();
    scope.run(() => {
      const { board } = useBoard<T>(name);
      watch(board, (next) => { shown.value = next; }, { immediate: true });
    });
    onCleanup(() => {
      scope.stop();
      shown.value = null;
    });
  }, { immediate: true });
  return shown;
}
