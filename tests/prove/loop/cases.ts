import type { CaseDetail } from '@wangge/shared/wire';
import { done } from './seen.ts';
import type { Place, World } from './world.ts';

/** 徐霞客镇, in which most stories play. */
export const TOWN = '320281104';
/** 青阳镇 and 祝塘镇 beside it. */
export const NEIGHBOURS = ['320281103', '320281112'] as const;

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A case in the hand of the room: who answers for it there. `mark` is '' in the main township, 'qy-' or 'zt-' in the others. */
export interface Opened {
  readonly id: string;
  readonly place: Place;
  readonly mark: string;
}

export interface Matter {
  readonly typeCode: string;
  readonly description?: string;
  readonly level?: string;
  readonly town?: string;
  readonly nth?: number;
  readonly mark?: string;
  readonly reporterName?: string;
}

/** Reported through a channel. */
export async function reported(world: World, { typeCode, description = '有人反映', town = TOWN, nth = 0, mark = '', reporterName }: Matter): Promise<Opened> {
  const place = world.place(town, nth);
  const id = await world.report({ typeCode, description, lng: place.lngLat[0], lat: place.lngLat[1], ...(reporterName ? { reporterName, reporterPhone: '13800001234' } : {}) });
  return { id, place, mark };
}

/** Accepted by the intake and filed by the duty chief. */
export async function filed(world: World, matter: Matter): Promise<Opened> {
  const opened = await reported(world, matter);
  const { id, place, mark } = opened;
  done('accept', await (await world.as(`${mark}shouli`)).act(id, 'accept', { typeCode: matter.typeCode, level: matter.level ?? 'ordinary', gridCode: place.gridCode }));
  done('file', await (await world.as(`${mark}zhibanzhang`)).act(id, 'file'));
  return opened;
}

/** Sent to a team whose leader signs; `zf1` where no other is named. */
export async function inHand(world: World, matter: Matter & { readonly team?: string; readonly support?: readonly string[] }): Promise<Opened> {
  const opened = await filed(world, matter);
  await send(world, opened, matter.team ?? 'zf1', matter.support);
  return opened;
}

export async function send(world: World, { id, mark }: Opened, team: string, support: readonly string[] = []): Promise<void> {
  done('dispatch', await (await world.as(`${mark}paiqian`)).act(id, 'dispatch', { teamId: await teamId(world, `${mark}${team}`), ...(support.length > 0 ? { supportDepartmentIds: support } : {}) }));
  done('sign', await (await world.as(`${mark}${team}`)).act(id, 'sign'));
}

/** The team of which this account is the leader. */
export async function teamId(world: World, account: string): Promise<string> {
  return (await world.as(account)).self.unitId ?? '';
}

/** The squad arrives and reports back with a photo. */
export async function handledBy(world: World, { id, place }: Opened, account: string): Promise<void> {
  const squad = await world.as(account);
  done('arrive', await squad.act(id, 'arrive', { lngLat: place.lngLat, accuracyM: 10 }));
  done('report-back', await squad.act(id, 'report-back', { note: '已处置', photos: [world.photo()] }));
}

/** The intake sends the inspector to check. */
export async function sentToCheck(world: World, { id, mark }: Opened): Promise<void> {
  const inspector = await world.as(`${mark}ducha`);
  done('send-check', await (await world.as(`${mark}shouli`)).act(id, 'send-check', { personId: inspector.self.person.id }));
}

/** What a checker hands in from the spot. */
export function onSpot(world: World, { place }: Opened): { photos: string[]; lngLat: readonly [number, number]; fixAt: number } {
  return { photos: [world.photo()], lngLat: place.lngLat, fixAt: world.clock.now() };
}

/** Checked on the spot and closed by the duty chief. */
export async function checkedAndClosed(world: World, opened: Opened): Promise<CaseDetail> {
  const { id, mark } = opened;
  await sentToCheck(world, opened);
  done('pass-check', await (await world.as(`${mark}ducha`)).act(id, 'pass-check', onSpot(world, opened)));
  return done('close', await (await world.as(`${mark}zhibanzhang`)).act(id, 'close')).case;
}

/** The case page as the dispatcher of its township reads it. */
export async function page(world: World, { id, mark }: Opened): Promise<CaseDetail> {
  return (await world.as(`${mark}paiqian`)).seeCase(id);
}
