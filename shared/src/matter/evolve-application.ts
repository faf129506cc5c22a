import type { Application, ApplicationEvent, NodeRecord } from './application.ts';

function open({ facts, clock, nodeClock, node, at, actor }: ApplicationEvent): Application {
  if (!facts) throw new Error('an application begins by being taken');
  return {
    ...facts, revision: 1, state: 'open', resumeState: null, node, nodeClock, clock, records: [{ node, startedAt: at, endedAt: null, clock: nodeClock, byName: null }],
    takenAt: at, takenBy: actor.name, endedAt: null, supplementReason: null, supplementCount: 0, refusal: null, rating: null, urgeCount: 0,
  };
}

/** The record of the node in hand ends with the node or the whole, at what its own clock shows by then. */
function recordsAfter({ records, node }: Application, event: ApplicationEvent): readonly NodeRecord[] {
  const last = records.at(-1);
  if (!last) return records;
  const isEnd = event.node !== node || (event.to !== 'open' && event.to !== 'supplement');
  if (!isEnd) return [...records.slice(0, -1), { ...last, clock: event.nodeClock }];
  if (last.endedAt !== null) return records;
  const ended = { ...last, endedAt: event.at, byName: event.actor.name, clock: event.leftClock ?? event.nodeClock };
  const next = event.node === node ? [] : [{ node: event.node, startedAt: event.at, endedAt: null, clock: event.nodeClock, byName: null }];
  return [...records.slice(0, -1), ended, ...next];
}

function changes(application: Application, { type, payload, at }: ApplicationEvent): Partial<Application> {
  switch (type) {
    case 'handed-over': case 'application-withdrawn': return { endedAt: at };
    case 'application-refused': return { endedAt: at, refusal: payload.reason ?? '' };
    case 'supplement-asked': return { supplementReason: payload.reason ?? '', supplementCount: application.supplementCount + 1 };
    case 'supplemented': return { supplementReason: null };
    case 'application-urged': return { urgeCount: application.urgeCount + 1 };
    case 'application-rated': return { rating: payload.rating ?? null };
    default: return {};
  }
}

/** Folds one event into the application. The first must be that it was taken. */
export function evolveApplication(application: Application | null, event: ApplicationEvent): Application {
  if (!application) return open(event);
  return {
    ...application, ...changes(application, event), revision: application.revision + 1, state: event.to, node: event.node, clock: event.clock, nodeClock: event.nodeClock,
    records: recordsAfter(application, event),
  };
}
