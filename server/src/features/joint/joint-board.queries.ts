import type { Actor } from '@wangge/shared/access';
import { localParts, startOfDay, startOfMonth, type DepartmentId } from '@wangge/shared/base';
import { lampAt } from '@wangge/shared/calendar';
import {
  allowedSupportActions, holdsStep, isOpenSupport, openSteps, stepGroups, type BoardMatter, type BoardSites, type BoardStep, type BoardSupport, type JointBoard,
  type LateStep, type MatterRun, type MatterTemplate, type RunStep, type Site, type SupportTask,
} from '@wangge/shared/joint';
import type { ListVersion } from '@wangge/shared/lists';

/** What the board is counted from: everything that the reader may see. */
export interface BoardGround {
  readonly templates: ListVersion<readonly MatterTemplate[]>;
  readonly runs: readonly MatterRun[];
  readonly sites: readonly Site[];
  readonly supports: readonly SupportTask[];
  readonly actor: Actor;
  departmentName(id: DepartmentId): string;
  leadOf(task: SupportTask): DepartmentId | null;
}

const MOST_LATE = 30;

/** Whether a step that is open ran over its limit. */
export function isLateStep({ clock }: RunStep, now: number): boolean {
  return clock !== null && lampAt(clock, now) === 'red';
}

/** Running matters, and those of them of which a step is overdue. */
export function runningOf(runs: readonly MatterRun[], now: number): { readonly running: readonly MatterRun[]; readonly late: readonly MatterRun[] } {
  const running = runs.filter(({ state }) => state === 'running');
  return { running, late: running.filter((run) => openSteps(run).some((step) => isLateStep(step, now))) };
}

/** One step of one run. */
export interface StepOfRun {
  readonly run: MatterRun;
  readonly step: RunStep;
}

/** A step of a template wherever it is open, and wherever it was done. */
export function stepsOf(runs: readonly MatterRun[], stepId: string): { readonly open: readonly StepOfRun[]; readonly done: readonly StepOfRun[] } {
  const all = runs.flatMap((run) => run.steps.filter(({ id }) => id === stepId).map((step) => ({ run, step })));
  return { open: all.filter(({ run, step }) => run.state === 'running' && step.state === 'open'), done: all.filter(({ step }) => step.state === 'done') };
}

/** 四到场: the steps of the template with sites that ask for a visit on the spot. */
export function visitSteps(templates: readonly MatterTemplate[]): { readonly template: MatterTemplate; readonly ids: readonly string[] } | null {
  const template = templates.find(({ hasSite }) => hasSite);
  return template ? { template, ids: template.steps.filter(({ isScanRequired }) => isScanRequired).map(({ id }) => id) } : null;
}

/** How often a site was looked at since an instant. */
export function scansSince({ scans }: Site, from: number): number {
  return scans.filter(({ at }) => at >= from).length;
}

function steps(template: MatterTemplate, runs: readonly MatterRun[], now: number): BoardStep[] {
  return stepGroups(template.steps).flatMap((group, index) => group.map(({ id, name }) => {
    const { open, done } = stepsOf(runs, id);
    return { id, name, group: index, open: open.length, late: open.filter(({ step }) => isLateStep(step, now)).length, done: done.length };
  }));
}

function matter(template: MatterTemplate, all: readonly MatterRun[], now: number): BoardMatter {
  const runs = all.filter(({ templateCode }) => templateCode === template.code);
  const { running, late } = runningOf(runs, now);
  const { year } = localParts(now);
  return {
    code: template.code, name: template.name, running: running.length, late: late.length,
    doneThisYear: runs.filter(({ state, endedAt }) => state === 'done' && endedAt !== null && localParts(endedAt).year === year).length,
    steps: steps(template, runs, now),
  };
}

function lateSteps(runs: readonly MatterRun[], now: number): LateStep[] {
  return runs.filter(({ state }) => state === 'running').flatMap((run) => openSteps(run).filter((step) => isLateStep(step, now)).map((step) => ({
    runId: run.id, matter: run.templateName, title: run.title, villageCode: run.villageCode, step: step.name, owner: step.owner, dueAt: step.clock?.dueAt ?? now,
  }))).sort((a, b) => a.dueAt - b.dueAt).slice(0, MOST_LATE);
}

function supportsByDepartment({ supports, departmentName }: BoardGround, now: number): BoardSupport[] {
  const byDepartment = Map.groupBy(supports.filter(({ state }) => isOpenSupport(state)), ({ departmentId }) => departmentId);
  return [...byDepartment].map(([departmentId, tasks]): BoardSupport => {
    const lamps = { green: 0, yellow: 0, red: 0, paused: 0 };
    for (const { clock } of tasks) lamps[lampAt(clock, now)] += 1;
    return { departmentId, name: departmentName(departmentId), open: tasks.length, unsigned: tasks.filter(({ state }) => state === 'asked').length, lamps };
  }).sort((a, b) => b.lamps.red - a.lamps.red || b.open - a.open || a.name.localeCompare(b.name, 'zh'));
}

function siteFigures({ templates, sites, runs }: BoardGround, now: number): BoardSites {
  const since = (from: number): number => sites.reduce((sum, site) => sum + scansSince(site, from), 0);
  const inState = (state: Site['state']): number => sites.filter((site) => site.state === state).length;
  const visits = visitSteps(templates.content);
  return {
    building: inState('building'), finished: inState('finished'), stopped: inState('stopped'),
    scansToday: since(startOfDay(now)), scansThisMonth: since(startOfMonth(now)), scansTotal: since(-Infinity),
    visits: visits ? steps(visits.template, runs.filter(({ templateCode }) => templateCode === visits.template.code), now).filter(({ id }) => visits.ids.includes(id)) : [],
  };
}

function waiting({ supports, runs, actor, leadOf }: BoardGround): number {
  const tasks = supports.filter((task) => allowedSupportActions(task, actor, leadOf(task)).some((action) => action !== 'urge' && action !== 'request-excuse'));
  const held = runs.filter(({ state }) => state === 'running').flatMap((run) => openSteps(run).filter((step) => holdsStep(step, actor)));
  return tasks.length + held.length;
}

/** The board `joint`: matters by template with where they stand, overdue steps, what departments owe in support, sites and scans. */
export function jointBoard(ground: BoardGround, now: number): JointBoard {
  const { templates, runs } = ground;
  return {
    templatesVersion: templates.version, isConfirmed: templates.isConfirmed, matters: templates.content.map((template) => matter(template, runs, now)),
    lateSteps: lateSteps(runs, now), supports: supportsByDepartment(ground, now), sites: siteFigures(ground, now), waiting: waiting(ground),
  };
}
