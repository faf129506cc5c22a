import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, silentLogger, startApp, type App } from '@wangge/server/app';
import type { District } from '@wangge/shared/district';
import type { DistrictMap } from '@wangge/shared/district-map';
import { VirtualClock, at } from './clock.ts';
import { Player, ask } from './people.ts';
import { Difference, done, type Reply } from './seen.ts';

interface Secrets {
  readonly walls: readonly { readonly name: string; readonly areaCode: string; readonly key: string }[];
  readonly accounts: readonly { readonly account: string; readonly password: string }[];
  readonly channels: readonly { readonly id: string; readonly apiKey: string }[];
}

/** A session ends after twelve hours without use; everybody who takes part looks at their page more often. */
const LOOK_IN_MS = 10 * 3_600_000;

/** A place on the map with the grid it lies in. */
export interface Place {
  readonly gridCode: string;
  readonly villageCode: string;
  readonly lngLat: readonly [number, number];
}

/** The server in this process on a virtual clock, and everybody who calls it over real HTTP. */
export class World {
  readonly clock: VirtualClock;
  readonly #url: string;
  readonly #app: App;
  readonly #folder: string;
  readonly #secrets: Secrets;
  readonly #players = new Map<string, Player>();
  #places: readonly Place[] = [];
  #photo = '';

  private constructor(clock: VirtualClock, app: App, folder: string) {
    this.clock = clock;
    this.#app = app;
    this.#url = app.address.http;
    this.#folder = folder;
    this.#secrets = JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as Secrets;
  }

  /** A fresh county of three townships at rest: no past, and nothing lives but what the stories do. */
  static async open(startAt: string): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'wangge-loop-'));
    const clock = new VirtualClock(at(startAt));
    const config = readConfig({ PORT: '0', JT808_PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', DEMO_LIFE: 'off' }, []);
    const world = new World(clock, await startApp(config, clock, silentLogger), folder);
    world.#photo = await (await world.as('wangge')).storePhoto();
    const map = await (await world.as('guanli')).read<DistrictMap>('/district/map');
    world.#places = map.grids.features.map(({ properties: { code, villageCode, label } }) => ({ gridCode: code, villageCode, lngLat: [label[0], label[1]] }));
    return world;
  }

  async close(): Promise<void> {
    await this.#app.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Somebody of the demo by account, signed in with their password. */
  async as(account: string): Promise<Player> {
    const known = this.#players.get(account);
    if (known) return known;
    const password = this.#secrets.accounts.find((one) => one.account === account)?.password;
    if (password === undefined) throw new Error(`no account ${account}`);
    const player = await Player.signIn(this.#url, '/api/v1/session', { account, password });
    this.#players.set(account, player);
    return player;
  }

  /** The wall of an area, by its key. */
  async wall(areaCode: string): Promise<Player> {
    return Player.signIn(this.#url, '/api/v1/session/wall', { key: this.#secrets.walls.find((wall) => wall.areaCode === areaCode)?.key ?? '' });
  }

  /** Goes on to a moment as a clock in China shows it, unless it is later already. */
  async to(moment: string): Promise<void> {
    await this.until(at(moment));
  }

  async by(ms: number): Promise<void> {
    await this.until(this.clock.now() + ms);
  }

  /** Goes on to an instant. On the way everybody signed in looks at their page, so that no session ends. */
  async until(instant: number): Promise<void> {
    while (this.clock.now() < instant) {
      await this.clock.goTo(Math.min(instant, this.clock.now() + LOOK_IN_MS));
      await Promise.all([...this.#players.values()].map((player) => player.get('/session')));
    }
  }

  /** The id of a picture that somebody on the spot has stored: what evidence is made of. */
  photo(): string {
    return this.#photo;
  }

  async district(account = 'guanli'): Promise<District> {
    return (await this.as(account)).read<District>('/district');
  }

  /** The place of a grid; the first of a township or village where only that is named, or its `nth`. */
  place(code: string, nth = 0): Place {
    const found = this.#places.filter(({ gridCode, villageCode }) => gridCode === code || villageCode.startsWith(code));
    const place = found[nth % Math.max(1, found.length)];
    if (!place) throw new Difference(`no grid in ${code}`);
    return place;
  }

  /** A report through a channel's key; answers the case's id. */
  async report(body: object): Promise<string> {
    return done('the report', await this.tryReport(body)).id;
  }

  tryReport(body: object, key: string = randomUUID()): Promise<Reply<{ id: string; no: string }>> {
    const apiKey = this.#secrets.channels[0]?.apiKey ?? '';
    return ask(`${this.#url}/api/v1/intake/cases`, 'POST', { 'x-api-key': apiKey, 'idempotency-key': key }, body);
  }
}
