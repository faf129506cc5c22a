import { ok } from '@wangge/shared/base';
import type { Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import { answerOrder, type GiveOrder, type OrderPlan } from './order-desk.ts';
import type { TerminalOrder } from './terminals.api.ts';
import { askSchema, parametersSchema, textSchema, unitParams } from './terminals.schema.ts';

const just = (order: TerminalOrder): OrderPlan => ({ order: () => ok(order) });

/** 下行指令 over HTTP, each answered when the terminal has. */
export function terminalRoutes(http: Http, give: GiveOrder): void {
  http.post('/api/v1/terminals/:unitId/texts', { config: { access: 'terminal.command' }, schema: { params: unitParams, body: textSchema } }, async (request, reply) => {
    const { params: { unitId }, body: { commandId, ...text } } = request;
    return answerOrder(reply, unitId, await give(actorIn(request), unitId, { commandId, body: text }, just({ kind: 'text', ...text })));
  });

  http.post('/api/v1/terminals/:unitId/location-queries', { config: { access: 'terminal.command' }, schema: { params: unitParams, body: askSchema } }, async (request, reply) => {
    const { params: { unitId }, body: { commandId } } = request;
    return answerOrder(reply, unitId, await give(actorIn(request), unitId, { commandId, body: { ask: 'locate' } }, just({ kind: 'locate' })));
  });

  http.post('/api/v1/terminals/:unitId/parameter-queries', { config: { access: 'terminal.configure' }, schema: { params: unitParams, body: askSchema } }, async (request, reply) => {
    const { params: { unitId }, body: { commandId } } = request;
    return answerOrder(reply, unitId, await give(actorIn(request), unitId, { commandId, body: { ask: 'parameters' } }, just({ kind: 'read-parameters' })));
  });

  http.put('/api/v1/terminals/:unitId/parameters', { config: { access: 'terminal.configure' }, schema: { params: unitParams, body: parametersSchema } }, async (request, reply) => {
    const { params: { unitId }, body: { commandId, values } } = request;
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    return answerOrder(reply, unitId, await give(actorIn(request), unitId, { commandId, body: given }, just({ kind: 'set-parameters', values: given })));
  });
}
