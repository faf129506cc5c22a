import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storePhoto } from '../support/tiny-photo.ts';
import type { FieldClient, Room } from './orders.ts';
import type { Workplace } from './processes.ts';
import { Person } from './rest.ts';
import type { Roster } from './sources/district-files.ts';
import { Surface } from './surface.ts';

interface Secrets {
  readonly wallKey: string;
  readonly accounts: readonly { readonly account: string; readonly password: string }[];
}

/** Everybody who takes part: two walls, a desk, the room, crews with telephones, grid workers. */
export interface Cast {
  readonly walls: readonly [Surface, Surface];
  readonly desk: Surface;
  readonly room: Room;
  readonly field: readonly FieldClient[];
  readonly gridWorkers: readonly Person[];
  /** One more wall, which knows nothing yet. */
  openWall(): Promise<Surface>;
  close(): void;
}

/** Signs everybody in with the accounts that the import generated, and opens their surfaces. */
export async function assemble(place: Pick<Workplace, 'url' | 'dataDir'>, roster: Roster, crewCount: number): Promise<Cast> {
  const { url } = place;
  const secrets = JSON.parse(readFileSync(join(place.dataDir, 'demo-accounts.json'), 'utf8')) as Secrets;
  const signIn = (account: string): Promise<Person> =>
    Person.signIn(url, '/api/v1/session', { account, password: secrets.accounts.find((known) => known.account === account)?.password ?? '' });
  const surfaces: Surface[] = [];
  const open = async (person: Person): Promise<Surface> => {
    const surface = new Surface(url, person.cookie);
    surfaces.push(surface);
    return surface.opened();
  };
  const openWall = async (): Promise<Surface> => open(await Person.signIn(url, '/api/v1/session/wall', { key: secrets.wallKey }));

  const dispatcher = await signIn('dispatch1');
  const field: FieldClient[] = [];
  for (const crew of roster.crews.slice(0, crewCount)) {
    const person = await signIn(crew.account);
    field.push({ crew, person, surface: await open(person) });
  }
  return {
    walls: [await openWall(), await openWall()], desk: await open(dispatcher), field, openWall,
    room: { dispatcher, intake: await signIn('intake1'), chief: await signIn('chief1'), inspector: await signIn('inspect1'), inspectorId: 'inspect1', deputy: await signIn('deputy1'), photo: await storePhoto(url, { cookie: dispatcher.cookie }) },
    gridWorkers: await Promise.all(roster.gridWorkers.map(({ account }) => signIn(account))),
    close: () => surfaces.forEach((surface) => surface.close()),
  };
}
