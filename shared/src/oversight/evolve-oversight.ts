import type { Oversight, Remark } from './oversight.ts';
import type { OversightEvent } from './oversight-events.ts';

function open({ facts, at, actor, to, replyClock }: OversightEvent): Oversight {
  if (!facts) throw new Error('an order of supervision begins with its facts');
  return {
    ...facts, revision: 1, state: to, openedAt: at, openedById: actor.id, replyClock, reply: null, rejectCount: 0, rejection: null, struckOff: null, lifted: null,
  };
}

function changes(order: Oversight, event: OversightEvent): Partial<Oversight> {
  const { at, actor, payload } = event;
  const remark: Remark = { byId: actor.id, byName: actor.name, at, text: payload.text ?? '', photos: payload.photos ?? [] };
  switch (event.type) {
    case 'replied': return { reply: remark };
    case 'reply-rejected': return { rejection: remark, rejectCount: order.rejectCount + 1 };
    case 'struck-off': return { struckOff: remark };
    case 'lifted': return { lifted: remark };
    default: return {};
  }
}

/** Folds one event into the order. The first must have opened it. */
export function evolveOversight(order: Oversight | null, event: OversightEvent): Oversight {
  if (!order) return open(event);
  return { ...order, ...changes(order, event), revision: order.revision + 1, state: event.to, replyClock: event.replyClock };
}
