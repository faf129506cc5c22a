import { randomBytes } from 'node:crypto';
import type { Actor } from '@wangge/shared/access';
import { ok, refuse, type Result } from '@wangge/shared/base';
import { CODE_LENGTH, CODE_LIFE_MS, codeFrom, countingWrongs, mayPair, type ScreenNow, type ScreenSign, type ShownCode, type TilePlace, type WallScreen } from '@wangge/shared/stage';
import type { Clock } from '../../platform/clock.ts';
import { newSecret } from '../../platform/ids.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { SCREEN_KIND, secretHash, type KeptScreen } from '../access/access.api.ts';
import type { WallsApi } from './walls.api.ts';

/** What a browser that shows no wall yet is told: that it is paired, or the code to show. `secret`: what it has to keep. */
export interface ScreenAnswer {
  readonly secret: string;
  readonly shown: ShownCode | null;
}

/** 配对: browsers of walls without a keyboard. */
export interface ScreensApi {
  /** The code of a browser that keeps `secret`; a new one under a new secret once it is void. `RATE_LIMITED` while too many wait. */
  ask(secret: string | undefined): Promise<Result<ScreenAnswer>>;
  /** Pairs the browser that shows a code with a tile; a wrong code is counted against the actor. */
  pair(wish: { readonly code: string | null; readonly wallId: string; readonly tile: TilePlace }, actor: Actor): Promise<Result<WallScreen>>;
  unpair(id: string, actor: Actor): Promise<Result<true>>;
  seenBy(actor: Actor): Promise<readonly ScreenNow[]>;
  /** A screen tells that it is there. */
  sign(id: string, sign: Omit<ScreenSign, 'at'>): Promise<void>;
  onUnpaired(listener: () => void): void;
}

const CODE_KIND = 'pairing-code';
const SIGN_KIND = 'screen-sign';
/** More browsers than this never wait for somebody at once; who asks for more is not putting up a wall. */
const MOST_WAITING = 200;
const MOST_GUESSERS = 1_000;

export function openScreens({ documents, clock, walls }: { documents: DocumentStore; clock: Clock; walls: WallsApi }): ScreensApi {
  const wrongsOf = new Map<string, readonly number[]>();
  const listeners: (() => void)[] = [];
  /** Pairings follow each other: one code is never used twice. */
  let turn: Promise<unknown> = Promise.resolve();

  /** Codes that are shown; those that are void are swept out. */
  async function waiting(): Promise<readonly { readonly id: string; readonly value: ShownCode }[]> {
    const all = await documents.list<ShownCode>(CODE_KIND);
    const isLive = ({ value }: { value: ShownCode }): boolean => clock.now() < value.expiresAt;
    await Promise.all(all.filter((one) => !isLive(one)).map(({ id }) => documents.remove(CODE_KIND, id)));
    return all.filter(isLive);
  }

  function freshCode(): string {
    for (;;) {
      const code = codeFrom(randomBytes(2 * CODE_LENGTH));
      if (code !== null) return code;
    }
  }

  function isWrong(actor: Actor, now: number): void {
    const wrongs = [...countingWrongs(wrongsOf.get(actor.id) ?? [], now), now];
    wrongsOf.delete(actor.id);
    wrongsOf.set(actor.id, wrongs);
    if (wrongsOf.size > MOST_GUESSERS) wrongsOf.delete(wrongsOf.keys().next().value!);
  }

  async function pairNow({ code, wallId, tile }: Parameters<ScreensApi['pair']>[0], actor: Actor): Promise<Result<WallScreen>> {
    const now = clock.now();
    const found = code === null ? undefined : (await waiting()).find(({ value }) => value.code === code);
    const wall = walls.find(wallId, actor)?.wall ?? null;
    const may = mayPair({ shown: found?.value ?? null, wall, tile, wrongs: wrongsOf.get(actor.id) ?? [], now });
    if (!may.ok) {
      if (may.error.code === 'PAIRING_CODE_WRONG') isWrong(actor, now);
      return may;
    }
    if (found === undefined || wall === null) return refuse('PAIRING_CODE_WRONG');
    const kept: KeptScreen = { wallId, areaCode: wall.areaCode, tile, pairedAt: now, pairedBy: actor.name };
    await documents.put(SCREEN_KIND, found.id, kept);
    await documents.remove(CODE_KIND, found.id);
    return ok({ id: found.id, wallId, tile, pairedAt: now, pairedBy: actor.name });
  }

  return {
    async ask(secret) {
      if (secret !== undefined) {
        const id = secretHash(secret);
        if (await documents.get<KeptScreen>(SCREEN_KIND, id)) return ok({ secret, shown: null });
        const shown = await documents.get<ShownCode>(CODE_KIND, id);
        if (shown && clock.now() < shown.expiresAt) return ok({ secret, shown });
      }
      const others = await waiting();
      if (others.length >= MOST_WAITING) return refuse('RATE_LIMITED');
      const fresh = newSecret();
      const shown: ShownCode = { code: freshCode(), expiresAt: clock.now() + CODE_LIFE_MS };
      await documents.put(CODE_KIND, secretHash(fresh), shown);
      return ok({ secret: fresh, shown });
    },
    pair(wish, actor) {
      const answer = turn.then(() => pairNow(wish, actor));
      turn = answer.catch(() => undefined);
      return answer;
    },
    async unpair(id, actor) {
      const screen = await documents.get<KeptScreen>(SCREEN_KIND, id);
      if (!screen || !walls.find(screen.wallId, actor)) return refuse('SCREEN_UNKNOWN');
      await documents.remove(SCREEN_KIND, id);
      await documents.remove(SIGN_KIND, id);
      listeners.forEach((tell) => tell());
      return ok(true);
    },
    async seenBy(actor) {
      const signs = new Map((await documents.list<ScreenSign>(SIGN_KIND)).map(({ id, value }) => [id, value]));
      return (await documents.list<KeptScreen>(SCREEN_KIND)).filter(({ value }) => walls.find(value.wallId, actor) !== null)
        .map(({ id, value: { wallId, tile, pairedAt, pairedBy } }) => ({ id, wallId, tile, pairedAt, pairedBy, sign: signs.get(id) ?? null }));
    },
    sign: (id, sign) => documents.put(SIGN_KIND, id, { ...sign, at: clock.now() } satisfies ScreenSign),
    onUnpaired: (listener) => void listeners.push(listener),
  };
}
