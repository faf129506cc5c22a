import type { Actor } from '@wangge/shared/access';
import { localParts, ok, refuse, type Result } from '@wangge/shared/base';
import type { LngLat } from '@wangge/shared/geo';
import {
  decideSite, evolveRun, evolveSite, failedChecks, formFault, registerSite, type MatterRun, type RunEvent, type Site, type SiteEvent, type StepValue,
} from '@wangge/shared/joint';
import { createObjects, type Objects } from '../../ledger/objects.ts';
import type { StreamAppend } from '../../store/event-store.ts';
import { maskName } from '../cases/mask.api.ts';
import { SYSTEM, rulesAt, templatesAt, type JointNeeds } from './joint-needs.ts';
import type { Runs } from './runs.ts';

/** What is given to register a site; the place is WGS-84. */
export interface NewSite {
  readonly runId: string;
  readonly lngLat: LngLat;
  readonly address: string;
  readonly owner: string;
  readonly planAreaM2: number;
  readonly floors: number;
  readonly builder: string;
}

/** What is given with a scan of the code on the spot. `stepId` null: a look that no step asked for. */
export interface ScanInput {
  readonly lngLat: LngLat;
  readonly accuracyM: number;
  readonly stepId: string | null;
  readonly values: Readonly<Record<string, StepValue>>;
  readonly photos: readonly string[];
  readonly note: string;
}

/** The building sites (农房工地), each with its code and its matter. */
export interface Sites {
  readonly objects: Objects<Site, SiteEvent>;
  register(given: NewSite, actor: Actor): Promise<Result<Site>>;
  scan(code: string, given: ScanInput, actor: Actor, commandId: string): Promise<Result<Site>>;
  /** What the end of a matter does to its site. `ahead`: events of the site written before it in the same act. */
  endWith(run: MatterRun, event: RunEvent, ahead?: number): readonly StreamAppend[];
}

export function createSites(needs: JointNeeds, runs: Runs): Sites {
  const { ledger, district, clock } = needs;
  const objects = createObjects<Site, SiteEvent>(ledger, { kind: 'site', evolve: evolveSite });

  async function register({ runId, owner, lngLat, ...given }: NewSite, actor: Actor): Promise<Result<Site>> {
    const known = runs.objects.get(runId)?.siteCode;
    if (known) return ok(objects.get(known)!);
    const now = clock.now();
    const place = district.placeOf(lngLat);
    if (!place) return refuse('CASE_OUTSIDE_DISTRICT', { field: 'lngLat' });
    const template = templatesAt(needs, now).content.find(({ hasSite }) => hasSite);
    if (!template) return refuse('MATTER_UNKNOWN');
    const { year } = localParts(now);
    const code = `NF${year}-${String(await ledger.takeSerials(`site/${year}`)).padStart(4, '0')}`;
    const begun = runs.begin({ id: runId, title: code, caseId: null, siteCode: code, villageCode: place.villageCode }, template, actor);
    if (!begun.ok) return begun;
    const facts = { ...given, code, lngLat, runId, ownerMasked: maskName(owner), villageCode: place.villageCode, gridCode: place.gridCode };
    return objects.open(code, {
      events: [registerSite(facts, actor, now)], also: [{ stream: `run/${runId}`, expectedRevision: 0, events: [begun.value] }],
    });
  }

  /** The run's part of a scan: the step is done, or its faults are recorded and it stays open. */
  function stepEvents(run: MatterRun, stepId: string, given: ScanInput, actor: Actor): Result<{ isPassed: boolean; event: RunEvent; appends: readonly StreamAppend[] }> {
    const step = run.steps.find(({ id }) => id === stepId);
    const { values, photos, note } = given;
    if (step && formFault(step.fields, values)) return refuse('STEP_FORM_INVALID', { rule: 'OM4', detail: formFault(step.fields, values) ?? '' });
    const faults = step ? failedChecks(step.fields, values) : [];
    const isPassed = faults.length === 0;
    const decided = runs.decide(run, {
      action: isPassed ? 'finish-step' : 'fail-step', expectedRevision: run.revision, actor,
      payload: { stepId, values, photos, isScanned: true, ...(note ? { note } : {}), ...(isPassed ? {} : { reason: faults.join('、') }) },
    });
    if (!decided.ok) return decided;
    const { events, also = [] } = decided.value;
    return ok({ isPassed, event: events[0]!, appends: [{ stream: `run/${run.id}`, expectedRevision: run.revision, events }, ...also] });
  }

  async function scan(code: string, given: ScanInput, actor: Actor, commandId: string): Promise<Result<Site>> {
    const found = objects.get(code);
    const run = found && runs.objects.get(found.runId);
    if (!found || !run) return refuse('OBJECT_NOT_FOUND');
    const { lngLat, accuracyM, stepId, photos, note } = given;
    const look = { lngLat, accuracyM, photos, ...(note ? { note } : {}) };
    const wish = { action: 'scan', expectedRevision: found.revision, actor, payload: look };
    return objects.act(code, wish, (site) => {
      const context = { now: clock.now(), rules: rulesAt(needs, clock.now()) };
      const near = decideSite(site, wish, context);
      if (!near.ok || stepId === null) return near.ok ? ok({ events: [near.value] }) : near;
      const step = stepEvents(run, stepId, given, actor);
      if (!step.ok) return step;
      const seen = decideSite(site, { ...wish, payload: { ...look, stepId, isPassed: step.value.isPassed } }, context);
      return seen.ok ? ok({ events: [seen.value], also: [...step.value.appends, ...endWith(run, step.value.event, 1)] }) : seen;
    }, `${actor.id}/${commandId}`);
  }

  function endWith(run: MatterRun, event: RunEvent, ahead = 0): readonly StreamAppend[] {
    const site = run.siteCode === null ? undefined : objects.get(run.siteCode);
    const after = evolveRun(run, event);
    if (!site || after.state === 'running') return [];
    const wish = { action: after.state === 'done' ? 'finish' : 'stop', expectedRevision: site.revision, actor: SYSTEM, payload: {} };
    const decided = decideSite(site, wish, { now: event.at, rules: rulesAt(needs, event.at) });
    return decided.ok ? [{ stream: `site/${site.code}`, expectedRevision: site.revision + ahead, events: [decided.value] }] : [];
  }

  return { objects, register, scan, endWith };
}
