import { shallowRef, type ShallowRef } from 'vue';
import { useRefusalWords } from '../../i18n/use-refusal-words.ts';
import type { RestAnswer } from '../../link/rest.ts';

/** One order at a time to a terminal, and what came of it in words. */
export interface Ask {
  readonly isSending: ShallowRef<boolean>;
  readonly said: ShallowRef<{ readonly isGood: boolean; readonly text: string } | null>;
  /** The answer, or null where it was refused; `words` say it. */
  ask<T>(work: () => Promise<RestAnswer<T>>, words: (answer: T) => string): Promise<T | null>;
}

export function useAsk(): Ask {
  const refusalWords = useRefusalWords();
  const isSending = shallowRef(false);
  const said: Ask['said'] = shallowRef(null);

  return {
    isSending, said,
    async ask(work, words) {
      if (isSending.value) return null;
      isSending.value = true;
      said.value = null;
      const answer = await work();
      isSending.value = false;
      said.value = answer.ok ? { isGood: true, text: words(answer.value) } : { isGood: false, text: answer.detail === null ? refusalWords(answer.code) : `${refusalWords(answer.code)}（${answer.detail}）` };
      return answer.ok ? answer.value : null;
    },
  };
}
