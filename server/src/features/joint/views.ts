import { can, isInArea, type Actor } from '@wangge/shared/access';
import {
  allowedRunActions, allowedSupportActions, holdsStep, openSteps, type HistoryLine, type MatterRun, type RunEvent, type RunRow, type RunView, type Site, type SiteRow,
  type SiteView, type SupportEvent, type SupportTask, type SupportView,
} from '@wangge/shared/joint';
import type { DepartmentId } from '@wangge/shared/base';
import { lifeEntries } from '../../ledger/life-entries.ts';
import type { StoredEvent } from '../../store/event-store.ts';
import { maskText } from '../cases/mask.api.ts';

/** Looks at a site that its page shows. */
const LAST_SCANS = 20;

/** Whether something that happens in a village lies within what an actor sees. */
export function isSeen(actor: Actor, villageCode: string): boolean {
  return isInArea(villageCode, actor.areaCode);
}

function textFor(actor: Actor, text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : can(actor.role, 'case.view-personal') ? text : maskText(text);
}

function record(actor: Actor, history: readonly StoredEvent<SupportEvent | RunEvent>[]): HistoryLine[] {
  return lifeEntries(
    history, ({ payload }) => ({ note: textFor(actor, payload.note ?? payload.reason), photos: payload.photos }),
    ({ payload }) => ({ stepId: 'stepId' in payload ? payload.stepId ?? null : null }),
  );
}

export function supportView(
  task: SupportTask, history: readonly StoredEvent<SupportEvent>[], actor: Actor, names: { readonly departmentName: string; readonly leadDepartmentId: DepartmentId | null },
): SupportView {
  const feedback = task.feedback && { ...task.feedback, note: textFor(actor, task.feedback.note) ?? '' };
  return {
    task: { ...task, ask: textFor(actor, task.ask) ?? '', feedback }, ...names, actions: allowedSupportActions(task, actor, names.leadDepartmentId),
    timeline: record(actor, history),
  };
}

export function runRow({ steps, openedBy: _by, cancelReason: _why, templateVersion: _version, ...run }: MatterRun): RunRow {
  return {
    ...run,
    steps: steps.map(({ id, name, owner, departmentId, after, state, clock, openedAt, endedAt }) => ({ id, name, owner, departmentId, after, state, clock, openedAt, endedAt })),
  };
}

export function runView(run: MatterRun, history: readonly StoredEvent<RunEvent>[], actor: Actor): RunView {
  const steps = run.steps.map((step) => ({ ...step, note: textFor(actor, step.note) }));
  return { run: { ...run, steps }, actions: allowedRunActions(run, actor), timeline: record(actor, history) };
}

export function siteRow({ scans, ...site }: Site, run: MatterRun | undefined): SiteRow {
  const isOpen = site.state === 'building' && run !== undefined;
  return { ...site, scanCount: scans.length, lastScanAt: scans.at(-1)?.at ?? null, openSteps: isOpen ? openSteps(run).map(({ name }) => name) : [] };
}

export function siteView(site: Site, run: MatterRun | undefined, actor: Actor): SiteView {
  const due = run?.state === 'running' ? openSteps(run).filter(({ isScanRequired }) => isScanRequired) : [];
  return {
    site: siteRow(site, run), due: due.map((step) => ({ step, isYours: holdsStep(step, actor) })),
    scans: site.scans.slice(-LAST_SCANS).reverse().map((scan) => ({ ...scan, note: textFor(actor, scan.note) })),
  };
}
