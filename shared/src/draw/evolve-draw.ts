import type { CheckResult, Draw, DrawEvent, DrawnObject } from './draw.ts';

function open({ plan, at, to }: DrawEvent): Draw {
  if (!plan) throw new Error('a draw begins with its plan');
  return {
    ...plan, revision: 1, state: to, stateSince: at, plannedAt: at, committedAt: null, frozen: null, drawnAt: null, seed: null, drawn: [], recusals: [],
    cancelledFor: null,
  };
}

function resultOf({ payload, at, actor, clock }: DrawEvent): CheckResult | null {
  if (!payload.outcome || !clock) return null;
  return { outcome: payload.outcome, note: payload.note ?? '', photos: payload.photos ?? [], checkedAt: at, recordedBy: actor.name, clock, publishedAt: null };
}

function changes(draw: Draw, event: DrawEvent): Partial<Draw> {
  const { at, payload } = event;
  const each = (change: (o: DrawnObject) => CheckResult | null): Partial<Draw> => ({ drawn: draw.drawn.map((o) => ({ ...o, result: change(o) })) });
  switch (event.type) {
    case 'committed': return { committedAt: at, frozen: event.frozen ?? null };
    case 'drawn': return { drawnAt: at, seed: event.seed ?? null, drawn: (event.slots ?? []).map((slot) => ({ slot, result: null })) };
    case 'recused': return { recusals: event.recusal ? [...draw.recusals, event.recusal] : draw.recusals };
    case 'result-recorded': return each((o) => (o.slot.objectCode === payload.objectCode ? resultOf(event) : o.result));
    case 'published': return each(({ result }) => result && { ...result, publishedAt: result.publishedAt ?? at });
    case 'cancelled': return { cancelledFor: payload.reason ?? null };
    default: return {};
  }
}

/** Folds one event into the draw; the first must be its plan. */
export function evolveDraw(draw: Draw | null, event: DrawEvent): Draw {
  if (!draw) return open(event);
  const stateSince = event.to === draw.state ? draw.stateSince : event.at;
  return { ...draw, ...changes(draw, event), revision: draw.revision + 1, state: event.to, stateSince };
}
