import type { Actor } from '@wangge/shared/access';
import type { CaseId, DepartmentId, Result } from '@wangge/shared/base';
import type { Case, CaseEvent } from '@wangge/shared/case';
import { isClosedState, isOpenState } from '@wangge/shared/district';
import { askSupport, decideSupport, evolveSupport, isOpenSupport, type SupportAction, type SupportEvent, type SupportPayload, type SupportTask } from '@wangge/shared/joint';
import { createObjects, type Objects } from '../../ledger/objects.ts';
import { newUuid } from '../../platform/ids.ts';
import type { StreamAppend } from '../../store/event-store.ts';
import { SYSTEM, rulesAt, type JointNeeds } from './joint-needs.ts';

/** A wish about a support task. */
export interface SupportWish {
  readonly action: SupportAction;
  readonly expectedRevision: number;
  readonly actor: Actor;
  readonly payload: SupportPayload;
}

/** The support tasks (协办任务) of all cases. */
export interface Supports {
  readonly objects: Objects<SupportTask, SupportEvent>;
  ofCase(id: CaseId): SupportTask[];
  leadOf(task: SupportTask): DepartmentId | null;
  act(id: string, wish: SupportWish, commandId: string): Promise<Result<SupportTask>>;
  /** Tasks that an event of a case asks for, and those that it makes idle. */
  alsoWith(item: Case, event: CaseEvent): StreamAppend[];
}

const ASKING: ReadonlySet<string> = new Set(['support-added', 'dispatched', 'redirected']);

export function createSupports(needs: JointNeeds): Supports {
  const { cases, district, clock } = needs;
  const objects = createObjects<SupportTask, SupportEvent>(needs.ledger, { kind: 'support', evolve: evolveSupport });
  const idsOfCase = new Map<CaseId, string[]>();
  objects.onChanges((changes) => {
    for (const { before, after } of changes) if (!before) idsOfCase.set(after.caseId, [...(idsOfCase.get(after.caseId) ?? []), after.id]);
  });

  const ofCase = (id: CaseId): SupportTask[] => (idsOfCase.get(id) ?? []).flatMap((taskId) => objects.get(taskId) ?? []);
  const leadOf = (task: SupportTask): DepartmentId | null => cases.get(task.caseId)?.leadDepartmentId ?? null;

  function drop(task: SupportTask, reason: string, at: number): StreamAppend[] {
    const wish = { action: 'drop', expectedRevision: task.revision, actor: SYSTEM, payload: { reason } };
    const decided = decideSupport(task, wish, { now: at, calendar: district.current().calendar, leadDepartmentId: null });
    return decided.ok ? [{ stream: `support/${task.id}`, expectedRevision: task.revision, events: [decided.value] }] : [];
  }

  /** Each department once, never the lead, and none that already owes support. */
  function asked(item: Case, event: CaseEvent, lead: DepartmentId | null, open: readonly SupportTask[]): StreamAppend[] {
    if (!ASKING.has(event.type)) return [];
    const wanted = [...new Set(event.payload.supportDepartmentIds ?? [])]
      .filter((id) => id !== lead && district.departmentName(id) !== null && !open.some(({ departmentId }) => departmentId === id));
    const limit = rulesAt(needs, event.at).supportLimits[item.urgency];
    return wanted.map((departmentId) => {
      const facts = {
        id: newUuid(), caseId: item.id, caseNo: item.no, matter: item.matter, villageCode: item.villageCode, departmentId, ask: event.payload.note ?? '',
      };
      const begun = askSupport(facts, limit, event.actor, { now: event.at, calendar: district.current().calendar });
      return { stream: `support/${facts.id}`, expectedRevision: 0, events: [begun] };
    });
  }

  function alsoWith(item: Case, event: CaseEvent): StreamAppend[] {
    const open = ofCase(item.id).filter(({ state }) => isOpenSupport(state));
    const lead = event.leadDepartmentId ?? item.leadDepartmentId;
    if (!isOpenState(event.to) && !isClosedState(event.to)) return open.flatMap((task) => drop(task, '案件不再办理', event.at));
    if (event.type === 'withdrawn') return open.flatMap((task) => drop(task, '派遣已撤销', event.at));
    const becameLead = open.filter(({ departmentId }) => departmentId === lead);
    return [...becameLead.flatMap((task) => drop(task, '改为主办', event.at)), ...asked(item, event, lead, open)];
  }

  return {
    objects, ofCase, leadOf, alsoWith,
    act: (id, wish, commandId) => objects.act(id, wish, (task) => {
      const decided = decideSupport(task, wish, { now: clock.now(), calendar: district.current().calendar, leadDepartmentId: leadOf(task) });
      return decided.ok ? { ok: true, value: { events: [decided.value] } } : decided;
    }, `${wish.actor.id}/${commandId}`),
  };
}
