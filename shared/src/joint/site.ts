import { ok, type Result } from '../base/index.ts';
import type { Actor } from '../access/index.ts';
import { distanceM, type LngLat } from '../geo/index.ts';
import { findRow, stateAfter, type DomainEvent, type Guards, type LifeRow, type Wish } from '../life/index.ts';
import type { JointRules } from './joint-rules.ts';

/** 在建, 已竣工, 已停建. */
export type SiteState = 'building' | 'finished' | 'stopped';

/** What stands on the sign of a site (农房建设公示牌). `ownerMasked`: the owner's name as anybody may read it; the full name is not kept. */
export interface SiteFacts {
  readonly code: string;
  readonly villageCode: string;
  readonly gridCode: string;
  readonly lngLat: LngLat;
  readonly address: string;
  readonly ownerMasked: string;
  readonly planAreaM2: number;
  readonly floors: number;
  readonly builder: string;
  readonly runId: string;
}

/** 扫码巡查: one reading of the code on the spot. `stepId` null: a look that no step asked for. `isPassed` null where nothing was checked. */
export interface SiteScan {
  readonly at: number;
  readonly by: string;
  readonly unitId: string | null;
  readonly stepId: string | null;
  readonly isPassed: boolean | null;
  readonly distanceM: number;
  readonly note: string | null;
  readonly photos: readonly string[];
}

/** What a person gives with a scan: the place is where they stand, WGS-84. */
export interface SitePayload {
  readonly lngLat?: LngLat;
  readonly accuracyM?: number;
  readonly stepId?: string;
  readonly isPassed?: boolean;
  readonly note?: string;
  readonly photos?: readonly string[];
}

/** Something that happened at a site. */
export interface SiteEvent extends DomainEvent {
  readonly type: 'site-registered' | 'site-scanned' | 'site-finished' | 'site-stopped';
  readonly to: SiteState;
  readonly facts?: SiteFacts;
  readonly scan?: SiteScan;
}

/** 农房工地: one building site with its code and everything that was seen there. */
export interface Site extends SiteFacts {
  readonly revision: number;
  readonly state: SiteState;
  readonly registeredAt: number;
  readonly endedAt: number | null;
  readonly scans: readonly SiteScan[];
}

interface SiteGuardInput {
  readonly site: Site;
  readonly payload: SitePayload;
  readonly rules: JointRules;
}

/** An accuracy worse than this does not widen the circle further, metres. */
const MAX_ALLOWANCE_M = 50;

type SiteRow = LifeRow<SiteState, keyof SitePayload, 'near-site'>;

const SITE_LIFE = [
  { action: 'scan', event: 'site-scanned', from: ['building'], to: 'same', roles: ['grid-worker', 'squad', 'department', 'inspector'], requires: ['lngLat'], guards: ['near-site'] },
  { action: 'finish', event: 'site-finished', from: ['building'], to: 'finished', roles: ['system'] },
  { action: 'stop', event: 'site-stopped', from: ['building'], to: 'stopped', roles: ['system'] },
] as const satisfies readonly SiteRow[];

const GUARDS: Guards<'near-site', SiteGuardInput> = {
  'near-site': {
    rule: 'OM7', onPayload: true,
    check: ({ site, payload, rules }) =>
      payload.lngLat && distanceM(site.lngLat, payload.lngLat) <= rules.scanRadiusM + Math.min(payload.accuracyM ?? 0, MAX_ALLOWANCE_M) ? null : 'SITE_TOO_FAR',
    detail: ({ site, payload }) => (payload.lngLat ? `${Math.round(distanceM(site.lngLat, payload.lngLat))} m` : ''),
  },
};

/** Registers a site. */
export function registerSite(facts: SiteFacts, actor: Actor, now: number): SiteEvent {
  return { type: 'site-registered', at: now, actor, to: 'building', facts };
}

/** Turns a wish about a site into the event it causes; a scan from too far away is refused with the distance. */
export function decideSite(site: Site, wish: Wish<SitePayload>, { now, rules }: { readonly now: number; readonly rules: JointRules }): Result<SiteEvent> {
  const { payload, actor } = wish;
  const found = findRow<SiteState, 'near-site', (typeof SITE_LIFE)[number], SiteGuardInput>(SITE_LIFE, site, wish, GUARDS, { site, payload, rules });
  if (!found.ok) return found;
  const scan: SiteScan | null = payload.lngLat ? {
    at: now, by: actor.name, unitId: actor.unitId, stepId: payload.stepId ?? null, isPassed: payload.isPassed ?? null,
    distanceM: Math.round(distanceM(site.lngLat, payload.lngLat)), note: payload.note ?? null, photos: payload.photos ?? [],
  } : null;
  return ok({ type: found.value.event, at: now, actor, to: stateAfter<SiteState>(found.value, site, 'building'), ...(scan ? { scan } : {}) });
}

/** Folds one event into the site. The first must be that it was registered. */
export function evolveSite(site: Site | null, event: SiteEvent): Site {
  if (!site) {
    if (!event.facts) throw new Error('a site begins by being registered');
    return { ...event.facts, revision: 1, state: 'building', registeredAt: event.at, endedAt: null, scans: [] };
  }
  return {
    ...site, revision: site.revision + 1, state: event.to, endedAt: event.to === 'building' ? null : event.at,
    scans: event.scan ? [...site.scans, event.scan] : site.scans,
  };
}
