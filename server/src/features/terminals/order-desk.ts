import type { FastifyReply } from 'fastify';
import { isInArea, type Actor } from '@wangge/shared/access';
import { asId, ok, refuse, type Result, type UnitId } from '@wangge/shared/base';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal } from '../../platform/http.ts';
import type { DistrictApi } from '../district/district.api.ts';
import { createAskedOnce } from './asked-once.ts';
import type { TerminalBoard } from './terminal-board.ts';
import type { TerminalAnswer, TerminalOrder, TerminalPort } from './terminals.api.ts';

export interface OrderGround {
  readonly board: TerminalBoard;
  readonly port: TerminalPort;
  readonly district: DistrictApi;
  readonly clock: Clock;
}

export type Told = Extract<TerminalAnswer, { kind: 'done' | 'fix' | 'parameters' }>;

/** Makes the order for a terminal's number, and knows what follows once it was carried out. */
export interface OrderPlan {
  order(phone: string): Result<TerminalOrder>;
  done?(phone: string): Promise<void>;
}

/** Gives an order for the terminal of a unit, once for one command. A terminal outside the area of whoever asks does not exist for them. */
export type GiveOrder = (actor: Actor, unitId: string, command: { readonly commandId: string; readonly body: object }, plan: OrderPlan) => Promise<Result<Told>>;

export function createOrderDesk({ board, port, district, clock }: OrderGround): GiveOrder {
  const once = createAskedOnce<Told>(clock);

  async function carryOut(phone: string, plan: OrderPlan): Promise<Result<Told>> {
    const order = plan.order(phone);
    if (!order.ok) return order;
    const answer = toResult(await port.order(phone, order.value));
    if (answer.ok) await plan.done?.(phone);
    return answer;
  }

  return (actor, id, { commandId, body }, plan) => {
    const unitId = asId<UnitId>(id);
    const phone = isInArea(district.areaOfUnit(unitId), actor.areaCode) ? board.phoneOf(unitId) : null;
    if (phone === null) return Promise.resolve(refuse('OBJECT_NOT_FOUND'));
    return once(`${actor.id}/${commandId}`, { unitId, body }, () => carryOut(phone, plan));
  };
}

/** What an order came to, as the door answers it. */
export function answerOrder(reply: FastifyReply, unitId: string, told: Result<Told>): object {
  if (!told.ok) return sendRefusal(reply, told.error);
  const { kind, ...rest } = told.value;
  return { unitId, outcome: kind, ...rest };
}

function toResult(answer: TerminalAnswer): Result<Told> {
  switch (answer.kind) {
    case 'offline': return refuse('TERMINAL_OFFLINE');
    case 'silent': return refuse('TERMINAL_SILENT');
    case 'too-long': return refuse('TERMINAL_ORDER_TOO_LONG');
    case 'refused': return refuse('TERMINAL_REFUSED', { detail: REFUSED[answer.result] ?? String(answer.result) });
    default: return ok(answer);
  }
}

/** 终端通用应答 results. */
const REFUSED: Readonly<Record<number, string>> = { 1: '失败', 2: '消息有误', 3: '不支持' };
