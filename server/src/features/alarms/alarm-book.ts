import type { Actor } from '@wangge/shared/access';
import { ok, refuse, type Result } from '@wangge/shared/base';
import {
  answerByDispatch, answerWithFlood, decideAlarm, evolveAlarm, floodFacts, floodStep, isUnanswered, raiseAlarm, type Alarm, type AlarmAction, type AlarmCommand, type AlarmEvent, type AlarmFacts,
  type AlarmPayload, type TakeoverSettings,
} from '@wangge/shared/alarm';
import type { Ledger } from '../../ledger/ledger.ts';
import { createObjects, type Objects } from '../../ledger/objects.ts';
import type { StreamAppend } from '../../store/event-store.ts';

const KIND = 'alarm';

/** What acts by itself: the rules, the ladder, the end of a cause. */
export const WATCH: Actor = { id: 'system', name: '系统', role: 'system', unitId: null, parentUnitId: null, areaCode: '' };

export interface AlarmBookNeeds {
  readonly ledger: Ledger;
  settingsAt(at: number): TakeoverSettings;
}

/** All alarms, and the one way by which they are raised and move. Those of a flood move together, in one act. */
export class AlarmBook {
  readonly #objects: Objects<Alarm, AlarmEvent>;
  readonly #settingsAt: AlarmBookNeeds['settingsAt'];
  readonly #open = new Map<string, Alarm>();
  #version = 0;
  #raising: Promise<unknown> = Promise.resolve();

  constructor({ ledger, settingsAt }: AlarmBookNeeds) {
    this.#settingsAt = settingsAt;
    this.#objects = createObjects<Alarm, AlarmEvent>(ledger, { kind: KIND, evolve: evolveAlarm });
    this.#objects.onChanges((changes) => {
      for (const { after } of changes) {
        if (after.state === 'closed') this.#open.delete(after.id);
        else this.#open.set(after.id, after);
      }
      this.#version += 1;
    });
  }

  /** Grows with every change of any alarm. */
  get version(): number {
    return this.#version;
  }

  get(id: string): Alarm | undefined {
    return this.#objects.get(id);
  }

  all(): IterableIterator<Alarm> {
    return this.#objects.all();
  }

  /** Those not yet closed. */
  open(): readonly Alarm[] {
    return [...this.#open.values()];
  }

  history(id: string): ReturnType<Objects<Alarm, AlarmEvent>['history']> {
    return this.#objects.history(id);
  }

  onChanges(listener: () => void): void {
    this.#objects.onChanges(() => listener());
  }

  /** Raises an alarm once for its cause, one after the other; a township's flood takes it in. Nothing is raised about a case whose former alarm nobody answered yet. */
  raise(facts: AlarmFacts, now: number): Promise<Result<Alarm>> {
    const raised = this.#raising.then(() => this.#raise(facts, now));
    this.#raising = raised.catch(() => undefined);
    return raised;
  }

  async #raise(facts: AlarmFacts, now: number): Promise<Result<Alarm>> {
    const known = this.get(facts.id) ?? this.open().find((alarm) => isUnanswered(alarm) && isSameCase(alarm, facts));
    if (known) return ok(known);
    const opened = await this.#objects.open(facts.id, { events: [raiseAlarm(facts, WATCH, now)] });
    if (opened.ok) await this.#intoFlood(opened.value, now);
    return opened;
  }

  async #intoFlood(fresh: Alarm, now: number): Promise<void> {
    const step = floodStep(fresh, this.all(), this.#settingsAt(now));
    if (step.kind === 'alone') return;
    if (step.kind === 'joins') {
      const isHeavier = fresh.rule.rank < step.flood.rule.rank;
      await this.#system(step.flood.id, 'grow', { memberId: fresh.id, ...(isHeavier ? { rule: fresh.rule } : {}) }, now, () => this.#joins([fresh], step.flood.id, now));
      return;
    }
    const facts = floodFacts(step.townCode, step.members, now);
    await this.#objects.open(facts.id, { events: [raiseAlarm(facts, WATCH, now)], also: this.#joins(step.members, facts.id, now) });
  }

  /** Acts on an alarm; what answers a flood answers each of its members. */
  act(id: string, command: AlarmCommand, now: number, commandId?: string): Promise<Result<Alarm>> {
    return this.#act(id, command, now, ({ members }) => (command.action === 'acknowledge' ? members : []).flatMap((memberId) => {
      const member = this.get(memberId);
      return member && isUnanswered(member) ? [append(member, answerWithFlood(command.actor, now))] : [];
    }), commandId);
  }

  /** Acts on an alarm as the watch does by itself. */
  system(id: string, action: AlarmAction, payload: AlarmPayload, now: number): Promise<Result<Alarm>> {
    return this.#system(id, action, payload, now, () => []);
  }

  /** 派遣即确认. */
  answer(id: string, sender: Actor, now: number): Promise<Result<Alarm>> {
    const alarm = this.get(id);
    if (!alarm) return Promise.resolve(refuse('OBJECT_NOT_FOUND'));
    return this.#objects.act(id, { action: 'answer', expectedRevision: alarm.revision, actor: sender, payload: {} }, (state) => {
      const decided = answerByDispatch(state, sender, now);
      return decided.ok ? ok({ events: [decided.value] }) : decided;
    });
  }

  #system(id: string, action: AlarmAction, payload: AlarmPayload, now: number, also: () => readonly StreamAppend[]): Promise<Result<Alarm>> {
    const alarm = this.get(id);
    if (!alarm) return Promise.resolve(refuse('OBJECT_NOT_FOUND'));
    return this.#act(id, { action, expectedRevision: alarm.revision, actor: WATCH, payload }, now, also);
  }

  #act(id: string, command: AlarmCommand, now: number, also: (alarm: Alarm) => readonly StreamAppend[], commandId?: string): Promise<Result<Alarm>> {
    return this.#objects.act(id, command, (alarm, wish) => {
      const decided = decideAlarm(alarm, wish, this.#context(now));
      return decided.ok ? ok({ events: [decided.value], also: also(alarm) }) : decided;
    }, commandId);
  }

  #joins(alarms: readonly Alarm[], groupId: string, now: number): StreamAppend[] {
    return alarms.flatMap((alarm) => {
      const decided = decideAlarm(alarm, { action: 'join', expectedRevision: alarm.revision, actor: WATCH, payload: { groupId } }, this.#context(now));
      return decided.ok ? [append(alarm, decided.value)] : [];
    });
  }

  #context(now: number): { now: number; longestShelfMin: number } {
    return { now, longestShelfMin: this.#settingsAt(now).longestShelfMin };
  }
}

function append({ id, revision }: Alarm, event: AlarmEvent): StreamAppend {
  return { stream: `${KIND}/${id}`, expectedRevision: revision, events: [event] };
}

function isSameCase({ cause }: Alarm, { cause: other }: AlarmFacts): boolean {
  return cause.kind === 'case' && other.kind === 'case' && cause.caseId === other.caseId;
}
