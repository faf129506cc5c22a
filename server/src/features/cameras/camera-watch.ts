import { SECOND_MS } from '@wangge/shared/base';
import type { Camera, CameraHealth } from '@wangge/shared/camera';
import { passedMs, type Clock } from '../../platform/clock.ts';
import type { AskCamera } from './ask-camera.ts';

/** At most so many are asked at a time. */
const AT_ONCE = 4;
/** A live playlist that says the same for as long has stopped. */
const STILL_MS = 20 * SECOND_MS;
const UNASKED: CameraHealth = { standing: 'unknown', askedAt: null, since: null };

interface Known {
  readonly url: string;
  readonly health: CameraHealth;
  readonly picture: string | null;
  readonly pictureAt: number;
}

export interface CameraWatch {
  healthOf(id: string): CameraHealth;
  /** Begins to ask until the answer is called. */
  start(): () => void;
}

/** Asks every camera again and again whether it is there; `onRound` is told when all were asked once more. A camera whose address changed is unknown again. */
export function createCameraWatch({ cameras, everyMs, ask, clock, onRound }: {
  readonly cameras: () => readonly Camera[]; readonly everyMs: () => number; readonly ask: AskCamera; readonly clock: Clock; readonly onRound: () => void;
}): CameraWatch {
  const known = new Map<string, Known>();
  let askedAt = -Infinity;
  let isAsking = false;

  async function askOne({ id, kind, url }: Camera): Promise<void> {
    const before = known.get(id)?.url === url ? known.get(id) : undefined;
    const { standing: answered, picture } = await ask({ kind, url });
    const now = clock.now();
    const isSame = picture !== null && picture === before?.picture;
    const pictureAt = isSame ? before.pictureAt : now;
    const standing = isSame && passedMs(pictureAt, now) >= STILL_MS ? 'still' : answered;
    const since = before?.health.standing === standing ? before.health.since : standing === 'still' ? pictureAt : now;
    known.set(id, { url, picture, pictureAt, health: { standing, askedAt: now, since } });
  }

  async function round(): Promise<void> {
    const all = cameras();
    for (const id of known.keys()) if (!all.some((camera) => camera.id === id)) known.delete(id);
    const waiting = [...all];
    const hand = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await askOne(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
    if (all.length > 0) onRound();
  }

  function look(): void {
    const hasNew = cameras().some(({ id, url }) => known.get(id)?.url !== url);
    if (isAsking || (!hasNew && passedMs(askedAt, clock.now()) < everyMs())) return;
    isAsking = true;
    askedAt = clock.now();
    void round().finally(() => { isAsking = false; });
  }

  return {
    healthOf: (id) => known.get(id)?.health ?? UNASKED,
    start: () => clock.every(SECOND_MS, look),
  };
}
