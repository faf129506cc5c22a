import type { Actor, ActorRole } from '../access/index.ts';
import type { Guards } from '../life/index.ts';
import type { Post } from './ladder.ts';
import type { OversightGuardName } from './life-cycle.ts';
import type { Addressee, Oversight, Signer } from './oversight.ts';

/** What a guard looks at. */
export interface OversightGuardInput {
  readonly order: Oversight;
  readonly actor: Actor;
}

/** Who answers at a post besides the people of the department it belongs to. */
const ANSWERS_AT: Readonly<Record<Post, readonly ActorRole[]>> = {
  handler: [], head: [], deputy: ['centre-deputy'], town: ['commander', 'centre-deputy'], county: ['county-centre'], room: ['duty-chief', 'dispatcher', 'intake', 'centre-deputy'],
};

/** Roles by their standing in supervision, the lowest first; equals do not overrule each other. */
const STANDING: readonly (readonly ActorRole[])[] = [['intake', 'dispatcher'], ['duty-chief'], ['inspector'], ['centre-deputy'], ['commander'], ['leader'], ['county-centre']];

function standing(role: ActorRole): number {
  return STANDING.findIndex((roles) => roles.includes(role));
}

/** Whether an order goes to this actor: by department, the squad of a department too, or by post. */
export function isAddressed({ post, departmentId }: Addressee, { role, unitId, parentUnitId }: Actor): boolean {
  if (ANSWERS_AT[post].includes(role)) return true;
  const isDepartmental = post === 'handler' || post === 'head' || post === 'county';
  return isDepartmental && departmentId !== null && (unitId === departmentId || parentUnitId === departmentId);
}

/** Whether an actor speaks for the signature on an order: the signer, anybody on duty in a role that signed without a name, or above. */
export function speaksForSigner(signer: Signer, actor: Actor): boolean {
  if (actor.role === 'system' || signer.personId === actor.id) return true;
  if (actor.role === signer.role) return signer.personId === null;
  return standing(actor.role) > standing(signer.role);
}

/** Each condition named in the table of an order's life, with the number of its rule. */
export const OVERSIGHT_GUARDS: Guards<OversightGuardName, OversightGuardInput> = {
  addressed: { rule: 'OV7', check: ({ order, actor }) => (isAddressed(order.addressee, actor) ? null : 'OVERSIGHT_NOT_ADDRESSED') },
  'owes-reply': { rule: 'OV7', check: ({ order }) => (order.replyLimit === null ? 'OVERSIGHT_NO_REPLY_OWED' : null) },
  'signer-or-above': { rule: 'OV8', check: ({ order, actor }) => (speaksForSigner(order.signer, actor) ? null : 'OVERSIGHT_NOT_SIGNER') },
};
