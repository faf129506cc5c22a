import { MINUTE_MS, refuse, type Result } from '@wangge/shared/base';
import { passedMs, type Clock } from '../../platform/clock.ts';

/** A command that comes again within this time is the same one. */
const SAME_MS = 10 * MINUTE_MS;

interface Asked<T> {
  readonly at: number;
  readonly body: string;
  readonly answer: Promise<Result<T>>;
}

/** One effect for one command: whoever asks again under the same key waits for the first answer. Kept by this process only. */
export function createAskedOnce<T>(clock: Pick<Clock, 'now'>): (key: string, body: object, ask: () => Promise<Result<T>>) => Promise<Result<T>> {
  const asked = new Map<string, Asked<T>>();
  return (key, body, ask) => {
    const now = clock.now();
    for (const [old, { at }] of asked) {
      if (passedMs(at, now) < SAME_MS) break;
      asked.delete(old);
    }
    const text = JSON.stringify(body);
    const known = asked.get(key);
    if (known) return known.body === text ? known.answer : Promise.resolve(refuse('IDEMPOTENCY_KEY_REUSED'));
    const answer = ask();
    asked.set(key, { at: now, body: text, answer });
    return answer;
  };
}
