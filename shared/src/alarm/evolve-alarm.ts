import type { Alarm, AlarmWord } from './alarm.ts';
import type { AlarmEvent } from './alarm-events.ts';

function raise({ facts, at, to }: AlarmEvent): Alarm {
  if (!facts) throw new Error('an alarm begins with its facts');
  return { ...facts, revision: 1, state: to, raisedAt: at, climbsSince: at, calledAt: [at], groupId: null, shelf: null, acknowledged: null, closed: null };
}

function changes(alarm: Alarm, { type, at, actor, payload }: AlarmEvent): Partial<Alarm> {
  const word: AlarmWord = { byId: actor.id, byName: actor.name, role: actor.role, at, text: payload.text ?? '' };
  switch (type) {
    case 'acknowledged': return { acknowledged: { ...word, isByDispatch: false }, shelf: null };
    case 'answered': return { acknowledged: { ...word, isByDispatch: true }, shelf: null };
    case 'shelved': return { shelf: { ...word, until: payload.until ?? at } };
    // It climbs anew: the first rung is called with it.
    case 'unshelved': return { shelf: null, climbsSince: at, calledAt: [at] };
    case 'climbed': return { calledAt: [...alarm.calledAt, at] };
    case 'joined': return { groupId: payload.groupId ?? null };
    case 'grew': return { members: [...alarm.members, payload.memberId ?? ''], ...(payload.rule ? { rule: payload.rule } : {}) };
    case 'closed': case 'ended': return { closed: word };
    case 'raised': return {};
  }
}

/** Folds one event into the alarm. The first must have raised it. */
export function evolveAlarm(alarm: Alarm | null, event: AlarmEvent): Alarm {
  if (!alarm) return raise(event);
  return { ...alarm, ...changes(alarm, event), revision: alarm.revision + 1, state: event.to };
}
