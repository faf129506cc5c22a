import type { Actor } from '@wangge/shared/access';
import type { Reporter } from '@wangge/shared/case';
import type { CaseType, Person } from '@wangge/shared/district';
import { dateKey, localParts } from '@wangge/shared/base';
import type { LngLat } from '@wangge/shared/geo';
import type { RoadGraph } from '@wangge/shared/roads';
import type { DistrictApi } from '../../features/district/district.api.ts';
import { demoPhoto } from '../photos/index.ts';
import { Addresses } from './addresses.ts';
import { caseIdOf } from './case-id.ts';
import { actorOf, channelActor, type Cast } from './cast.ts';
import { chance, pickAt, weightedIndex } from './chance.ts';
import { MATTERS, isVillageMatter, type Matter } from './matters.ts';
import { reportTimes, rhythmAt, seasonOf } from './rhythm.ts';
import { Sites } from './sites.ts';
import { citizenName, citizenPhone, sourceOf, type Source } from './sources.ts';

/** A report that will come in at `at`, in the form in which a door hands it over. `key` names it for good. */
export interface Arrival {
  readonly key: string;
  readonly at: number;
  readonly actor: Actor;
  readonly type: CaseType;
  readonly description: string;
  readonly source: Source;
  readonly externalNo: string | null;
  readonly lngLat: LngLat;
  readonly address: string;
  readonly villageCode: string;
  readonly gridCode: string;
  readonly reporter: Reporter;
  readonly isSelfHandled: boolean;
  readonly photos: readonly string[];
  readonly afterPhotos?: readonly string[];
}

/** Share of calls that tell again of something told of before on the same day. */
const REPEAT_SHARE = 0.05;
/** Of what a village can settle, the share that a grid worker who finds it puts right on the spot (自处置). */
const SELF_HANDLED_SHARE = 0.94;
/** Of disputes fewer: what one visit does not settle goes up through the tiers. */
const SELF_SETTLED_SHARE = 0.35;
const DISPUTES = '矛盾纠纷';

/** What is reported in the demo's township, day by day; every day depends on the seed and its date alone. */
export class Demand {
  readonly #district: DistrictApi;
  readonly #cast: Cast;
  readonly #sites: Sites;
  readonly #addresses: Addresses;
  readonly #seed: number;
  readonly #share: number;
  readonly #matters: readonly { readonly matter: Matter; readonly type: CaseType }[];

  /** `share` of the reports of the main township's days. */
  constructor({ district, roads, cast, seed, share }: { district: DistrictApi; roads: RoadGraph; cast: Cast; seed: number; share: number }) {
    this.#district = district;
    this.#cast = cast;
    this.#seed = seed;
    this.#share = share;
    this.#sites = new Sites(district, roads);
    this.#addresses = new Addresses(district);
    const types = new Map(district.current().caseTypes.map((t) => [t.code, t]));
    this.#matters = MATTERS.flatMap((matter) => {
      const type = types.get(matter.typeCode);
      return type ? [{ matter, type }] : [];
    });
  }

  /** The reports of the Shanghai day that begins at `day`, in order of time. */
  ofDay(day: number): Arrival[] {
    const arrivals: Arrival[] = [];
    reportTimes(this.#district.current().calendar, day, this.#seed).forEach((at, i) => {
      const key = `${this.#seed}|${dateKey(day)}|${i}`;
      if (chance(key, 'share') >= this.#share) return;
      const earlier = arrivals.slice(-10).filter((a) => !a.isSelfHandled && a.source !== '部门交办');
      const isRepeat = earlier.length > 0 && chance(key, 'repeat') < REPEAT_SHARE;
      const arrival = isRepeat ? this.#again(pickAt(earlier, chance(key, 'of')), key, at) : this.#first(key, at);
      if (arrival) arrivals.push(arrival);
    });
    return arrivals;
  }

  #first(key: string, at: number): Arrival | null {
    const { hour, month } = localParts(at);
    const weights = this.#matters.map(({ matter }) => matter.weight * rhythmAt(matter.rhythm, hour) * seasonOf(matter.typeCode, month));
    const found = this.#matters[weightedIndex(weights, chance(key, 'type'))];
    if (!found) return null;
    const { matter, type } = found;
    return this.#tell({ key, at, type, source: sourceOf(type.platform, type.code, key), lngLat: this.#sites.pick(matter.site, key), description: pickAt(matter.texts, chance(key, 'text')) });
  }

  #again(before: Arrival, key: string, at: number): Arrival | null {
    const source: Source = chance(key, 'source') < 0.7 ? '12345热线' : '随手拍';
    return this.#tell({ key, at, type: before.type, source, lngLat: this.#sites.beside(before.lngLat, key), description: `再次反映：${before.description}` });
  }

  #tell(told: Pick<Arrival, 'key' | 'at' | 'type' | 'source' | 'lngLat' | 'description'>): Arrival | null {
    const place = this.#district.placeOf(told.lngLat);
    if (!place) return null;
    const { villageCode, gridCode } = place;
    const { key, source, type } = told;
    const worker = source === '网格上报' ? this.#cast.gridWorker(gridCode) : undefined;
    const isSelfHandled = worker !== undefined && isVillageMatter(type.code) && chance(key, 'self') < (type.group === DISPUTES ? SELF_SETTLED_SHARE : SELF_HANDLED_SHARE);
    const isSeen = worker !== undefined || source === '随手拍';
    return {
      ...told, villageCode, gridCode, address: this.#addresses.at(told.lngLat, villageCode),
      externalNo: source === '12345热线' ? `WX${dateKey(told.at).replaceAll('-', '')}${String(Math.floor(chance(key, 'ticket') * 100_000)).padStart(5, '0')}` : null,
      actor: worker ? actorOf(worker, 'grid-worker') : channelActor(source), reporter: reporterOf(told, worker),
      isSelfHandled, photos: isSeen ? [demoPhoto(caseIdOf(key), 'before')] : [], ...(isSelfHandled ? { afterPhotos: [demoPhoto(caseIdOf(key), 'after')] } : {}),
    };
  }
}

function reporterOf({ key, source, type }: Pick<Arrival, 'key' | 'source' | 'type'>, worker: Person | undefined): Reporter {
  if (worker) return { name: worker.name, phone: worker.phone, isSecret: false };
  if (source === '物联感知' || source === '部门交办') return { name: null, phone: null, isSecret: false };
  return { name: citizenName(key), phone: citizenPhone(key), isSecret: type.platform !== 'service' && chance(key, 'secret') < 0.04 };
}
