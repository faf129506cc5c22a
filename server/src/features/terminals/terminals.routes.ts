import type { FastifyReply } from 'fastify';
import { isInArea, type Actor } from '@wangge/shared/access';
import { asId, ok, refuse, type Result, type UnitId } from '@wangge/shared/base';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import { createAskedOnce } from './asked-once.ts';
import type { TerminalBoard } from './terminal-board.ts';
import type { TerminalAnswer, TerminalOrder, TerminalPort } from './terminals.api.ts';
import { askSchema, parametersSchema, textSchema, unitParams } from './terminals.schema.ts';

export interface TerminalGround {
  readonly board: TerminalBoard;
  readonly port: TerminalPort;
  readonly district: DistrictApi;
  readonly clock: Clock;
}

type Told = Extract<TerminalAnswer, { kind: 'done' | 'fix' | 'parameters' }>;

/** 下行指令 over HTTP, each answered when the terminal has. A terminal outside the area of whoever asks does not exist for them. */
export function terminalRoutes(http: Http, { board, port, district, clock }: TerminalGround): void {
  const once = createAskedOnce<Told>(clock);

  function give(actor: Actor, unitId: UnitId, commandId: string, order: TerminalOrder): Promise<Result<Told>> {
    const phone = isInArea(district.areaOfUnit(unitId), actor.areaCode) ? board.phoneOf(unitId) : null;
    if (phone === null) return Promise.resolve(refuse('OBJECT_NOT_FOUND'));
    return once(`${actor.id}/${commandId}`, { unitId, order }, async () => toResult(await port.order(phone, order)));
  }

  function answer(reply: FastifyReply, unitId: string, told: Result<Told>): object {
    if (!told.ok) return sendRefusal(reply, told.error);
    const { kind, ...rest } = told.value;
    return { unitId, outcome: kind, ...rest };
  }

  http.post('/api/v1/terminals/:unitId/texts', { config: { access: 'terminal.command' }, schema: { params: unitParams, body: textSchema } }, async (request, reply) => {
    const { params: { unitId }, body: { commandId, ...text } } = request;
    return answer(reply, unitId, await give(actorIn(request), asId<UnitId>(unitId), commandId, { kind: 'text', ...text }));
  });

  http.post('/api/v1/terminals/:unitId/location-queries', { config: { access: 'terminal.command' }, schema: { params: unitParams, body: askSchema } }, async (request, reply) => {
    const { params: { unitId }, body: { commandId } } = request;
    return answer(reply, unitId, await give(actorIn(request), asId<UnitId>(unitId), commandId, { kind: 'locate' }));
  });

  http.post('/api/v1/terminals/:unitId/parameter-queries', { config: { access: 'terminal.configure' }, schema: { params: unitParams, body: askSchema } }, async (request, reply) => {
    const { params: { unitId }, body: { commandId } } = request;
    return answer(reply, unitId, await give(actorIn(request), asId<UnitId>(unitId), commandId, { kind: 'read-parameters' }));
  });

  http.put('/api/v1/terminals/:unitId/parameters', { config: { access: 'terminal.configure' }, schema: { params: unitParams, body: parametersSchema } }, async (request, reply) => {
    const { params: { unitId }, body: { commandId, values } } = request;
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    return answer(reply, unitId, await give(actorIn(request), asId<UnitId>(unitId), commandId, { kind: 'set-parameters', values: given }));
  });
}

function toResult(answer: TerminalAnswer): Result<Told> {
  switch (answer.kind) {
    case 'offline': return refuse('TERMINAL_OFFLINE');
    case 'silent': return refuse('TERMINAL_SILENT');
    case 'refused': return refuse('TERMINAL_REFUSED', { detail: REFUSED[answer.result] ?? String(answer.result) });
    default: return ok(answer);
  }
}

/** 终端通用应答 results. */
const REFUSED: Readonly<Record<number, string>> = { 1: '失败', 2: '消息有误', 3: '不支持' };
