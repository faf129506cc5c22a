import type { Actor } from '@wangge/shared/access';
import { ok, refuse, type CaseId, type Result } from '@wangge/shared/base';
import type { Case, CaseEvent } from '@wangge/shared/case';
import { isClosedState, isOpenState } from '@wangge/shared/district';
import { decideRun, evolveRun, openMatter, openSteps, type MatterRun, type MatterTemplate, type RunAction, type RunEvent, type RunFacts, type RunPayload } from '@wangge/shared/joint';
import { createObjects, type Effect, type Objects } from '../../ledger/objects.ts';
import type { StreamAppend } from '../../store/event-store.ts';
import { SYSTEM, runContext, templatesAt, type JointNeeds } from './joint-needs.ts';

/** A wish about a run. */
export interface RunWish {
  readonly action: RunAction;
  readonly expectedRevision: number;
  readonly actor: Actor;
  readonly payload: RunPayload;
}

/** The matters (一件事) under way and ended. */
export interface Runs {
  readonly objects: Objects<MatterRun, RunEvent>;
  ofCase(id: CaseId): MatterRun[];
  /** Opens a matter from a case. `id` is chosen by who asks, so that asking twice opens one. */
  openFromCase(id: string, templateCode: string, item: Case, actor: Actor): Promise<Result<MatterRun>>;
  /** The first event of a matter by a template in force. */
  begin(facts: Omit<RunFacts, 'template' | 'templateVersion'>, template: MatterTemplate, actor: Actor): Result<RunEvent>;
  /** What an act on a run causes: its event, and the case it came from handing back when the run is done. */
  decide(run: MatterRun, wish: RunWish): Result<Effect<RunEvent>>;
  act(id: string, wish: RunWish, commandId: string, more: (run: MatterRun, event: RunEvent) => readonly StreamAppend[]): Promise<Result<MatterRun>>;
  /** Matters of a case that is no longer handled end with it. */
  alsoWith(item: Case, event: CaseEvent): StreamAppend[];
}

export function createRuns(needs: JointNeeds): Runs {
  const { cases, clock } = needs;
  const objects = createObjects<MatterRun, RunEvent>(needs.ledger, { kind: 'run', evolve: evolveRun });
  const idsOfCase = new Map<CaseId, string[]>();
  objects.onChanges((changes) => {
    for (const { before, after } of changes) if (!before && after.caseId) idsOfCase.set(after.caseId, [...(idsOfCase.get(after.caseId) ?? []), after.id]);
  });

  const ofCase = (id: CaseId): MatterRun[] => (idsOfCase.get(id) ?? []).flatMap((runId) => objects.get(runId) ?? []);

  function begin(facts: Omit<RunFacts, 'template' | 'templateVersion'>, template: MatterTemplate, actor: Actor): Result<RunEvent> {
    const now = clock.now();
    return openMatter({ ...facts, template, templateVersion: templatesAt(needs, now).version }, actor, runContext(needs, now));
  }

  async function openFromCase(id: string, templateCode: string, item: Case, actor: Actor): Promise<Result<MatterRun>> {
    const known = objects.get(id);
    if (known) return known.caseId === item.id ? ok(known) : refuse('OBJECT_REVISION_CONFLICT');
    const template = templatesAt(needs, clock.now()).content.find(({ code }) => code === templateCode);
    if (!template) return refuse('MATTER_UNKNOWN', { field: 'templateCode', detail: templateCode });
    if (!template.triggers.includes(item.typeCode)) return refuse('MATTER_NOT_FOR_CASE', { rule: 'OM9', detail: item.matter });
    if (!isOpenState(item.state)) return refuse('CASE_ACTION_NOT_IN_STATE', { detail: item.state });
    if (ofCase(item.id).some((run) => run.state === 'running' && run.templateCode === templateCode)) return refuse('MATTER_ALREADY_RUNNING', { rule: 'OM9' });
    const begun = begin({ id, title: item.no, caseId: item.id, siteCode: null, villageCode: item.villageCode }, template, actor);
    return begun.ok ? objects.open(id, { events: [begun.value] }) : begun;
  }

  /** The case hands back when its matter is done; one that is not being handled stays as it is. */
  function handBack(run: MatterRun): readonly StreamAppend[] {
    const item = run.caseId && cases.get(run.caseId);
    if (!item) return [];
    const payload = { note: `一件事“${run.templateName}”各环节已办结` };
    const prepared = cases.prepare(item.id, { action: 'report-back', expectedRevision: item.revision, actor: SYSTEM, payload }, clock.now());
    return prepared.ok ? prepared.value : [];
  }

  function decide(run: MatterRun, wish: RunWish): Result<Effect<RunEvent>> {
    const decided = decideRun(run, wish, runContext(needs, clock.now()));
    return decided.ok ? ok({ events: [decided.value], also: decided.value.to === 'done' ? handBack(run) : [] }) : decided;
  }

  function alsoWith(item: Case, event: CaseEvent): StreamAppend[] {
    if (isOpenState(event.to) || isClosedState(event.to)) return [];
    return ofCase(item.id).filter(({ state }) => state === 'running').flatMap((run) => {
      const wish = { action: 'cancel', expectedRevision: run.revision, actor: SYSTEM, payload: { reason: '案件不再办理' } } as const;
      const decided = decideRun(run, wish, runContext(needs, event.at));
      return decided.ok ? [{ stream: `run/${run.id}`, expectedRevision: run.revision, events: [decided.value] }] : [];
    });
  }

  return {
    objects, ofCase, openFromCase, begin, decide, alsoWith,
    act: (id, wish, commandId, more) => objects.act(id, wish, (run) => {
      const decided = decide(run, wish);
      return decided.ok ? ok({ ...decided.value, also: [...(decided.value.also ?? []), ...decided.value.events.flatMap((event) => more(run, event))] }) : decided;
    }, `${wish.actor.id}/${commandId}`),
  };
}

/** Names of those who hold an open step of a case's matters. */
export function stepHolders(runs: readonly MatterRun[]): string[] {
  return runs.filter(({ state }) => state === 'running').flatMap((run) => openSteps(run).map(({ owner, name }) => `${owner}（${name}）`));
}
