import type { Actor } from '@wangge/shared/access';
import { DAY_MS, HOUR_MS, localParts, type CaseId } from '@wangge/shared/base';
import { roundLngLat, type LngLat } from '@wangge/shared/geo';
import { askSupport, decideSite, decideSupport, evolveSite, evolveSupport, registerSite, type MatterTemplate, type RunFacts, type SitePayload } from '@wangge/shared/joint';
import type { DomainEvent } from '@wangge/shared/life';
import type { CasesApi } from '../../features/cases/cases.api.ts';
import type { DistrictApi } from '../../features/district/district.api.ts';
import { jointRulesKind, matterTemplatesKind } from '../../features/joint/joint-kinds.api.ts';
import { departmentNamed } from '../../features/joint/step-owners.api.ts';
import type { ListsApi } from '../../features/lists/lists.api.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { bell, chance, pickAt } from '../life/chance.ts';
import { caseIdOf } from '../life/case-id.ts';
import { actorOf, chiefOf, gridWorkerOf, inOfficeHours } from './joint-cast.ts';
import { playRun, type RunPlay } from './run-story.ts';

const SITES = 60;
const RUNS_EACH = 9;
const SUPPORTED_CASES = 8;
/** A grid worker looks at a site about this often while it is built. */
const LOOK_EVERY_MS = 6 * DAY_MS;
const BATCH = 400;
const SURNAMES = ['王', '李', '张', '刘', '陈', '徐', '吴', '周', '赵', '孙'];

export interface JointSeedDeps {
  readonly ledger: Ledger;
  readonly cases: CasesApi;
  readonly district: DistrictApi;
  readonly lists: ListsApi;
  readonly seed: number;
}

interface Told {
  readonly stream: string;
  readonly at: number;
  readonly event: DomainEvent;
}

function runIdOf(seed: number, key: string): string {
  return caseIdOf(`joint|${seed}|${key}`);
}

/** Where something happens: near the middle of a grid. */
function placeIn(district: DistrictApi, label: LngLat, key: string): LngLat {
  const moved = roundLngLat([label[0] + 0.0016 * bell(key, 'east'), label[1] + 0.0013 * bell(key, 'north')]);
  return district.placeOf(moved) ? moved : label;
}

/**
 * The demo's joint matters (示意): building sites over all villages with their visits and looks, matters of each template under
 * way and done, support for some open cases. Told once, through the same rules as live input; the same seed tells the same.
 */
export async function seedJoint(deps: JointSeedDeps, now: number): Promise<void> {
  const { ledger, district, lists, seed } = deps;
  if ((await ledger.history(`run/${runIdOf(seed, 'farmhouse|0')}`)).length > 0) return;
  const { year } = localParts(now);
  const first = await ledger.takeSerials(`site/${year}`, SITES);
  const templates = lists.inForce(matterTemplatesKind, now);
  const play: RunPlay = {
    district: district.current(), until: now,
    contextAt: (at) => ({ now: at, calendar: district.current().calendar, departmentNamed: (name, village) => departmentNamed(district, name, village) }),
  };
  const told: Told[] = [];
  const grids = district.map().grids.features;
  const facts = (template: MatterTemplate, key: string, villageCode: string, title: string, siteCode: string | null): RunFacts =>
    ({ id: runIdOf(seed, key), template, templateVersion: templates.version, title, caseId: null, siteCode, villageCode });

  for (const template of templates.content) {
    for (let i = 0; i < (template.hasSite ? SITES : RUNS_EACH); i += 1) {
      const key = `${template.code}|${i}`;
      const grid = pickAt(grids, template.hasSite ? (i + 0.5) / SITES : chance(seed, key, 'grid'));
      const { villageCode, name } = grid.properties;
      const code = `NF${year}-${String(first + i).padStart(4, '0')}`;
      const village = district.current().villages.find((v) => v.code === villageCode)?.shortName ?? '';
      const openedAt = inOfficeHours(now - DAY_MS * (template.hasSite ? 12 + chance(seed, key, 'age') * 190 : 0.5 + chance(seed, key, 'age') * 34), chance(seed, key, 'hour'));
      if (openedAt > now) continue;
      const run = facts(template, key, villageCode, template.hasSite ? code : `${village}${name}`, template.hasSite ? code : null);
      const moments = playRun(run, openedAt, play);
      told.push(...moments.map(({ event }) => ({ stream: `run/${run.id}`, at: event.at, event })));
      if (template.hasSite) told.push(...siteStory(deps, { code, runId: run.id, openedAt, villageCode, gridCode: grid.properties.code, key, village, moments, now, lngLat: placeIn(district, grid.properties.label as LngLat, key) }));
    }
  }
  told.push(...supportStories(deps, now));
  await write(ledger, told.sort((a, b) => a.at - b.at));
}

interface SitePlan {
  readonly code: string;
  readonly runId: string;
  readonly openedAt: number;
  readonly villageCode: string;
  readonly gridCode: string;
  readonly key: string;
  readonly village: string;
  readonly lngLat: LngLat;
  readonly moments: ReturnType<typeof playRun>;
  readonly now: number;
}

function siteStory({ district, lists, seed }: JointSeedDeps, plan: SitePlan): Told[] {
  const { code, key, moments, now, openedAt, lngLat, village } = plan;
  const rules = lists.inForce(jointRulesKind, now).content;
  const begun = registerSite({
    code, villageCode: plan.villageCode, gridCode: plan.gridCode, lngLat, address: `${village}${1 + Math.floor(chance(key, 'no') * 90)}号旁`,
    ownerMasked: `${pickAt(SURNAMES, chance(key, 'name'))}${chance(key, 'long') < 0.8 ? '**' : '*'}`, planAreaM2: 90 + Math.floor(chance(key, 'm2') * 50),
    floors: chance(key, 'floors') < 0.7 ? 3 : 2, builder: `${pickAt(SURNAMES, chance(key, 'builder'))}工匠队`, runId: plan.runId,
  }, chiefOf(district.current()), openedAt);
  const looks: { at: number; actor: Actor; payload: SitePayload }[] = [];
  const beside = (n: string): LngLat => roundLngLat([lngLat[0] + 0.0003 * bell(key, n, 'e'), lngLat[1] + 0.0003 * bell(key, n, 'n')]);
  for (const { event, step } of moments) {
    if (step?.isScanRequired) looks.push({ at: event.at, actor: event.actor, payload: { lngLat: beside(`${step.id}${event.at}`), stepId: step.id, isPassed: event.type === 'step-finished', photos: event.payload.photos ?? [] } });
  }
  const from = moments.find(({ step }) => step?.id === 'permit')?.event.at;
  const last = moments.at(-1)!;
  const until = last.after.state === 'done' ? last.event.at : now;
  const walker = gridWorkerOf(district.current(), plan.gridCode);
  for (let n = 0, at = from ?? Infinity; walker && at < until; n += 1) {
    at = inOfficeHours(at + LOOK_EVERY_MS * (0.6 + 0.8 * chance(key, n, 'gap')), chance(key, n, 'hour'));
    if (at < until) looks.push({ at, actor: walker, payload: { lngLat: beside(`look${n}`), note: '巡查正常' } });
  }
  let site = evolveSite(null, begun);
  const told: Told[] = [{ stream: `site/${code}`, at: openedAt, event: begun }];
  const acts = [
    ...looks.map((look) => ({ ...look, action: 'scan' })),
    ...(last.after.state === 'done' ? [{ at: last.event.at, actor: { ...chiefOf(district.current()), role: 'system' as const }, payload: {}, action: 'finish' }] : []),
  ].sort((a, b) => a.at - b.at);
  for (const { at, actor, payload, action } of acts) {
    const decided = decideSite(site, { action, expectedRevision: site.revision, actor, payload }, { now: at, rules });
    if (!decided.ok) throw new Error(`demo could not ${action} ${code}: ${decided.error.code} (${seed})`);
    site = evolveSite(site, decided.value);
    told.push({ stream: `site/${code}`, at, event: decided.value });
  }
  return told;
}

/** Support for open cases with a long way to go, at different stages. */
function supportStories({ cases, district, lists, seed }: JointSeedDeps, now: number): Told[] {
  const { departments, calendar, caseTypes } = district.current();
  const limits = lists.inForce(jointRulesKind, now).content.supportLimits;
  const types = new Map(caseTypes.map((type) => [type.code, type]));
  const fit = [...cases.all()].filter((item) => item.state === 'handling' && item.leadDepartmentId !== null && item.clock.dueAt > now + 2 * DAY_MS && (types.get(item.typeCode)?.supportDepts.length ?? 0) > 0);
  return fit.slice(0, SUPPORTED_CASES).flatMap((item, i) => (types.get(item.typeCode)?.supportDepts ?? []).slice(0, 2).flatMap((name): Told[] => {
    const departmentId = departmentNamed(district, name, item.villageCode) ?? departments.find((d) => d.name === name)?.id;
    if (!departmentId || departmentId === item.leadDepartmentId) return [];
    const id = caseIdOf(`support|${seed}|${item.id}|${departmentId}`);
    const askedAt = Math.round(Math.max(item.dispatchedAt ?? item.reportedAt, now - (2 + chance(id, 'age') * 60) * HOUR_MS));
    const stream = `support/${id}`;
    const begun = askSupport({ id, caseId: item.id as CaseId, caseNo: item.no, matter: item.matter, villageCode: item.villageCode, departmentId, ask: '到场配合，反馈处理情况' },
      limits[item.urgency], chiefOf(district.current()), { now: askedAt, calendar });
    const told: Told[] = [{ stream, at: askedAt, event: begun }];
    let task = evolveSupport(null, begun);
    for (const [n, action] of (['sign', 'feed-back'] as const).slice(0, i % 3).entries()) {
      const at = Math.min(now, askedAt + (n + 1) * HOUR_MS);
      const decided = decideSupport(task, { action, expectedRevision: task.revision, actor: actorOf(district.current(), departmentId), payload: { note: '已派人到场配合' } }, { now: at, calendar, leadDepartmentId: item.leadDepartmentId });
      if (!decided.ok) throw new Error(`demo could not ${action}: ${decided.error.code}`);
      task = evolveSupport(task, decided.value);
      told.push({ stream, at, event: decided.value });
    }
    return told;
  }));
}

async function write(ledger: Ledger, told: readonly Told[]): Promise<void> {
  const revisions = new Map<string, number>();
  for (let from = 0; from < told.length; from += BATCH) {
    const outcome = await ledger.append(told.slice(from, from + BATCH).map(({ stream, event }) => {
      const expectedRevision = revisions.get(stream) ?? 0;
      revisions.set(stream, expectedRevision + 1);
      return { stream, expectedRevision, events: [event] };
    }));
    if (outcome.kind !== 'appended') throw new Error(`joint matters of the demo could not be appended: ${outcome.kind}`);
  }
}
