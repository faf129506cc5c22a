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

function isLate({ clock }: RunStep, now: number): boolean {
  return clock !== null && lampAt(clock, now) === 'red';
}

function steps(template: MatterTemplate, runs: readonly MatterRun[], now: number): BoardStep[] {
  return stepGroups(template.steps).flatMap((group, index) => group.map(({ id, name }) => {
    const all = runs.flatMap((run) => run.steps.filter((step) => step.id === id).map((step) => ({ step, isRunning: run.state === 'running' })));
    const open = all.filter(({ step, isRunning }) => isRunning && step.state === 'open');
    return { id, name, group: index, open: open.length, late: open.filter(({ step }) => isLate(step, now)).length, done: all.filter(({ step }) => step.state === 'done').length };
  }));
}

function matter(template: MatterTemplate, all: readonly MatterRun[], now: number): BoardMatter {
  const runs = all.filter(({ templateCode }) => templateCode === template.code);
  const running = runs.filter(({ state }) => state === 'running');
  const { year } = localParts(now);
  return {
    code: template.code, name: template.name, running: running.length, late: running.filter((run) => openSteps(run).some((step) => isLate(step, now))).length,
    doneThisYear: runs.filter(({ state, endedAt }) => state === 'done' && endedAt !== null && localParts(endedAt).year === year).length,
    steps: steps(template, runs, now),
  };
}

function lateSteps(runs: readonly MatterRun[], now: number): LateStep[] {
  return runs.filter(({ state }) => state === 'running').flatMap((run) => openSteps(run).filter((step) => isLate(step, now)).map((step) => ({
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
  const since = (from: number): number => sites.reduce((sum, { scans }) => sum + scans.filter(({ at }) => at >= from).length, 0);
  const inState = (state: Site['state']): number => sites.filter((site) => site.state === state).length;
  const template = templates.content.find(({ hasSite }) => hasSite);
  const visited = new Set(template?.steps.filter(({ isScanRequired }) => isScanRequired).map(({ id }) => id));
  return {
    building: inState('building'), finished: inState('finished'), stopped: inState('stopped'),
    scansToday: since(startOfDay(now)), scansThisMonth: since(startOfMonth(now)), scansTotal: since(-Infinity),
    visits: template ? steps(template, runs.filter(({ templateCode }) => templateCode === template.code), now).filter(({ id }) => visited.has(id)) : [],
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
