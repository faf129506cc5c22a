import type { SupportEvent, SupportTask } from './support-task.ts';

function open({ facts, clock, at, actor }: SupportEvent): SupportTask {
  if (!facts || !clock) throw new Error('a support task begins by being asked for');
  return {
    ...facts, revision: 1, state: 'asked', resumeState: null, clock, askedAt: at, askedBy: actor.name, signedAt: null, endedAt: null,
    feedback: null, sentBackCount: 0, urgeCount: 0, excuse: null,
  };
}

function changes(task: SupportTask, { type, payload, actor, at }: SupportEvent): Partial<SupportTask> {
  switch (type) {
    case 'support-signed': return { signedAt: at };
    case 'support-fed-back': return { feedback: { at, by: actor.name, note: payload.note ?? '', photos: payload.photos ?? [] } };
    case 'support-accepted': return { endedAt: at };
    case 'support-sent-back': return { sentBackCount: task.sentBackCount + 1 };
    case 'excuse-requested': return { resumeState: task.state, excuse: { reason: payload.reason ?? '', askedBy: actor.name, grantedBy: null } };
    case 'excuse-granted': return { endedAt: at, excuse: task.excuse && { ...task.excuse, grantedBy: actor.name } };
    case 'excuse-refused': return { excuse: null, resumeState: null };
    case 'support-dropped': return { endedAt: at, excuse: { reason: payload.reason ?? '', askedBy: actor.name, grantedBy: actor.name } };
    case 'support-urged': return { urgeCount: task.urgeCount + 1 };
    default: return {};
  }
}

/** Folds one event into the support task. The first must be that it was asked for. */
export function evolveSupport(task: SupportTask | null, event: SupportEvent): SupportTask {
  if (!task) return open(event);
  return { ...task, ...changes(task, event), revision: task.revision + 1, state: event.to, clock: event.clock ?? task.clock };
}
