import type { DepartmentId } from '@wangge/shared/base';
import type { District } from '@wangge/shared/district';
import { decideRun, evolveRun, openMatter, openSteps, type MatterRun, type RunContext, type RunEvent, type RunFacts, type RunPayload, type RunStep } from '@wangge/shared/joint';
import { chance } from '../life/chance.ts';
import { demoPhoto } from '../photos/index.ts';
import { actorOf, chiefOf, inOfficeHours, valuesFor } from './joint-cast.ts';

/** Of steps that ask for a visit, the share that finds something at first; of all steps, the share that takes longer than its limit. */
const FAULT_SHARE = 0.14;
const LATE_SHARE = 0.07;

/** One thing that happened in a run: a step finished or found faulty. */
export interface RunMoment {
  readonly event: RunEvent;
  readonly step: RunStep | null;
  readonly after: MatterRun;
}

/** What a run is played with. */
export interface RunPlay {
  readonly district: District;
  readonly until: number;
  contextAt(now: number): RunContext;
}

interface Due {
  readonly step: RunStep;
  readonly departmentId: DepartmentId;
  readonly at: number;
}

/** When a step would be finished: most within their limit, some beyond it. */
function dueOf(run: MatterRun, step: RunStep): Due | null {
  if (!step.clock || !step.departmentId || step.openedAt === null) return null;
  const key = `${run.id}|${step.id}`;
  const isLate = chance(key, 'late') < LATE_SHARE;
  const share = isLate ? 1.15 + chance(key, 'over') * 0.5 : 0.2 + chance(key, 'pace') * 0.7;
  const at = step.openedAt + (step.clock.dueAt - step.openedAt) * share;
  return { step, departmentId: step.departmentId, at: step.limit.unit === 'hour' ? Math.round(at) : inOfficeHours(at, chance(key, 'hour')) };
}

/** Plays a matter from its opening until `until`: each open step is finished by its holder when its time has come. */
export function playRun(facts: RunFacts, openedAt: number, play: RunPlay): RunMoment[] {
  const opened = openMatter(facts, chiefOf(play.district), play.contextAt(openedAt));
  if (!opened.ok) throw new Error(`demo could not open ${facts.template.code}: ${opened.error.code}`);
  let run = evolveRun(null, opened.value);
  const moments: RunMoment[] = [{ event: opened.value, step: null, after: run }];
  const faulted = new Set<string>();

  function take(due: Due, action: 'finish-step' | 'fail-step', payload: RunPayload): void {
    const decided = decideRun(run, { action, expectedRevision: run.revision, actor: actorOf(play.district, due.departmentId), payload }, play.contextAt(due.at));
    if (!decided.ok) throw new Error(`demo could not ${action} ${due.step.id}: ${decided.error.code} ${decided.error.detail ?? ''}`);
    run = evolveRun(run, decided.value);
    moments.push({ event: decided.value, step: due.step, after: run });
  }

  for (;;) {
    const next = openSteps(run).flatMap((step) => dueOf(run, step) ?? []).sort((a, b) => a.at - b.at)[0];
    if (run.state !== 'running' || !next || next.at > play.until) return moments;
    const { step } = next;
    const key = `${run.id}|${step.id}`;
    const photos = Array.from({ length: step.minPhotos }, (_, i) => demoPhoto(`${key}|${i}`, 'after'));
    if (step.isScanRequired && !faulted.has(step.id) && chance(key, 'fault') < FAULT_SHARE) {
      faulted.add(step.id);
      const at = step.openedAt! + (next.at - step.openedAt!) / 2;
      take({ ...next, at: Math.round(at) }, 'fail-step', { stepId: step.id, isScanned: true, reason: step.fields[0]?.name ?? '', values: valuesFor(step.fields, key, false), photos });
    }
    take(next, 'finish-step', { stepId: step.id, isScanned: true, values: valuesFor(step.fields, key), photos });
  }
}
