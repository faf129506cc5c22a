import { computed, inject, onScopeDispose, provide, shallowRef, type ComputedRef, type InjectionKey } from 'vue';

/** A sentence that comes up over the order. `sticky` ones stay until the person has read them. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly isSticky: boolean;
  /** The case it speaks of, so that a later word of the same case takes its place. */
  readonly about: string | null;
}

export interface Notices {
  readonly shown: ComputedRef<readonly Notice[]>;
  /** Where they are shown: in the sheet that lies over the page, for what is behind it is neither seen nor pressed; null on the page. */
  readonly place: ComputedRef<HTMLElement | null>;
  say(text: string, more?: { readonly isSticky?: boolean; readonly about?: string }): void;
  dismiss(id: number): void;
  /** Shows them in `over`, a part of a sheet, until the answer is called. */
  showIn(over: HTMLElement): () => void;
  /** Takes back what was said of a case. */
  forget(about: string): void;
}

const KEY: InjectionKey<Notices> = Symbol('notices');
const SHOWN_MS = 5_000;
const MOST = 3;

/** Starts the notices of the page; call once at its root. */
export function provideNotices(): Notices {
  const all = shallowRef<readonly Notice[]>([]);
  const sheets = shallowRef<readonly { readonly over: HTMLElement; readonly since: number }[]>([]);
  const sheet = computed(() => sheets.value.at(-1) ?? null);
  const place = computed(() => sheet.value?.over ?? null);
  /** What was said before a sheet was opened waits on the page: a form has no room to lose. */
  const shown = computed(() => all.value.filter(({ id }) => id > (sheet.value?.since ?? 0)));
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let last = 0;

  function dismiss(id: number): void {
    all.value = all.value.filter((notice) => notice.id !== id);
  }

  function forget(about: string): void {
    all.value = all.value.filter((notice) => notice.about !== about);
  }

  function say(text: string, { isSticky = false, about }: { isSticky?: boolean; about?: string } = {}): void {
    const id = (last += 1);
    if (about) forget(about);
    all.value = [...all.value.filter((notice) => notice.text !== text), { id, text, isSticky, about: about ?? null }].slice(-MOST);
    if (!isSticky) timers.add(setTimeout(() => dismiss(id), SHOWN_MS));
  }

  function showIn(over: HTMLElement): () => void {
    sheets.value = [...sheets.value, { over, since: last }];
    return () => void (sheets.value = sheets.value.filter((one) => one.over !== over));
  }

  onScopeDispose(() => timers.forEach(clearTimeout));
  const notices = { shown, place, say, dismiss, forget, showIn };
  provide(KEY, notices);
  return notices;
}

export function useNotices(): Notices {
  const notices = inject(KEY);
  if (!notices) throw new Error('useNotices needs provideNotices at the root of the page.');
  return notices;
}
