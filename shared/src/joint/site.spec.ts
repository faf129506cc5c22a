import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.ts';
import type { LngLat } from '../geo/index.ts';
import { T0, minute, person } from './joint.fixture.ts';
import { decideSite, evolveSite, registerSite, type SitePayload } from './site.ts';

const PLACE: LngLat = [120.28, 31.78];
/** About 133 m to the east. */
const FAR: LngLat = [120.2814, 31.78];
const rules = { supportLimits: { normal: { value: 1, unit: 'hour' }, urgent: { value: 1, unit: 'hour' }, critical: { value: 1, unit: 'hour' } }, scanRadiusM: 100 } as const;
const site = evolveSite(null, registerSite({
  code: 'NF2026-0001', villageCode: 'v1', gridCode: 'g1', lngLat: PLACE, address: '某村', ownerMasked: '王**', planAreaM2: 120, floors: 3, builder: '某工匠', runId: 'r1',
}, person('department'), T0));

function scan(payload: SitePayload, actor: Actor = person('grid-worker', 'village-1')): ReturnType<typeof decideSite> {
  return decideSite(site, { action: 'scan', expectedRevision: 1, actor, payload }, { now: minute(5), rules });
}

describe('a scan at a site', () => {
  it('[OM7] counts near the site and is kept with who, when, where and for which step', () => {
    const seen = scan({ lngLat: [120.2803, 31.78], stepId: 'visit-layout', isPassed: true, photos: ['p'] });
    expect(seen.ok && evolveSite(site, seen.value)).toMatchObject({
      revision: 2, state: 'building',
      scans: [{ at: minute(5), by: 'grid-worker', unitId: 'village-1', stepId: 'visit-layout', isPassed: true, distanceM: 28, photos: ['p'] }],
    });
  });

  it('[OM7] is refused from too far away, with the distance; a poor fix widens the circle by 50 m at most', () => {
    expect(scan({ lngLat: FAR })).toMatchObject({ ok: false, error: { code: 'SITE_TOO_FAR', rule: 'OM7', detail: '132 m' } });
    expect(scan({ lngLat: FAR, accuracyM: 40 }).ok).toBe(true);
    expect(scan({ lngLat: [120.2817, 31.78], accuracyM: 900 })).toMatchObject({ ok: false, error: { code: 'SITE_TOO_FAR' } });
  });

  it('[OM7] is made by those who go there, at a site that is being built', () => {
    expect(scan({ lngLat: PLACE }, person('dispatcher'))).toMatchObject({ error: { code: 'ACTION_FORBIDDEN' } });
    const ended = decideSite(site, { action: 'finish', expectedRevision: 1, actor: person('system'), payload: {} }, { now: minute(5), rules });
    const finished = ended.ok ? evolveSite(site, ended.value) : site;
    expect(finished).toMatchObject({ state: 'finished', endedAt: minute(5) });
    expect(decideSite(finished, { action: 'scan', expectedRevision: 2, actor: person('inspector'), payload: { lngLat: PLACE } }, { now: minute(6), rules })).toMatchObject({ error: { code: 'OBJECT_ACTION_NOT_IN_STATE' } });
  });
});
