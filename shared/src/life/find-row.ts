import type { Actor } from '../access/index.ts';
import { ok, refuse, type RefusalCode, type Result } from '../base/index.ts';
import type { Guards, LifeRow, LifeSubject, Wish } from './life-table.ts';

/** How one kind of object calls the refusals that all kinds have, and the numbers of the rules behind them. */
export interface LifeCodes {
  readonly conflict: RefusalCode;
  readonly notInState: RefusalCode;
  readonly missing: RefusalCode;
}

const COMMON: LifeCodes = { conflict: 'OBJECT_REVISION_CONFLICT', notInState: 'OBJECT_ACTION_NOT_IN_STATE', missing: 'OBJECT_FIELD_REQUIRED' };

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

/** The actions this actor may take on the object now, in the order of the table; guards on what will be given are left to the act itself. */
export function allowedRows<State extends string, Name extends string, Row extends LifeRow<State, string, Name>, Input>(
  table: readonly Row[], subject: LifeSubject<State>, actor: Actor, guards: Guards<Name, Input>, input: Input,
): Row[] {
  return table.filter((row) => row.from.includes(subject.state) && row.roles.includes(actor.role)
    && (row.guards ?? []).every((name) => guards[name].onPayload === true || guards[name].check(input) === null));
}

/**
 * The row by which a wish is carried out. Refused: another revision than the present one, an action the table does not name
 * in this state, a role it does not name, a field not given, a guard that does not hold. A refusal names the rule that
 * forbids and the actions that are open to this actor instead.
 */
export function findRow<State extends string, Name extends string, Row extends LifeRow<State, string, Name>, Input>(
  table: readonly Row[], subject: LifeSubject<State>, wish: Wish, guards: Guards<Name, Input>, input: Input, codes: LifeCodes = COMMON,
): Result<Row> {
  const instead = (): string[] => [...new Set(allowedRows(table, subject, wish.actor, guards, input).map(({ action }) => action))];
  if (wish.expectedRevision !== subject.revision) return refuse(codes.conflict, { rule: 'CL5', instead: instead() });
  const rows = table.filter((row) => row.action === wish.action && row.from.includes(subject.state));
  if (rows.length === 0) return refuse(codes.notInState, { detail: subject.state, rule: 'CL1', instead: instead() });
  const row = rows.find(({ roles }) => roles.includes(wish.actor.role));
  if (!row) return refuse('ACTION_FORBIDDEN', { rule: 'CL2', instead: instead() });
  const missing = row.requires?.find((field) => isEmpty((wish.payload as Readonly<Record<string, unknown>>)[field]));
  if (missing) return refuse(codes.missing, { field: missing, rule: 'CL3', instead: instead().filter((action) => action !== wish.action) });
  for (const name of row.guards ?? []) {
    const guard = guards[name];
    const code = guard.check(input);
    if (code) return refuse(code, { rule: guard.rule, ...(guard.field ? { field: guard.field } : {}), ...(guard.detail ? { detail: guard.detail(input) } : {}), instead: instead().filter((action) => action !== wish.action) });
  }
  return ok(row);
}

/** The state a row leads to from where the object stands. */
export function stateAfter<State extends string>(row: LifeRow<State>, subject: LifeSubject<State>, fallback: State): State {
  if (row.to === 'same') return subject.state;
  return row.to === 'resume' ? subject.resumeState ?? fallback : row.to;
}
