import { can, mayWorkInField, watchesOwnCases, type Actor } from '@wangge/shared/access';
import type { AccessApi } from './features/access/access.api.ts';
import type { SignedIn } from './features/access/accounts.ts';
import { SESSION_COOKIE } from './features/access/gate.api.ts';
import type { Handshake } from './push/gateway.ts';
import type { Audience } from './push/operations-source.ts';

/** What a signed-in person watches: the wall (masked while it shows a scene for visitors), its own cases, or the desk; null when the role watches nothing. Staff of a department watch what it was given, by no other tie of their own, where they ask for the field. */
export function audienceOf({ account, role, actor }: SignedIn, isMasked: (actor: Actor) => boolean, asksForField: boolean): Audience | null {
  if (can(role, 'wall.watch')) return { kind: 'wall', areaCode: account.areaCode, isMasked: isMasked(actor) };
  if (watchesOwnCases(role)) return { kind: 'field', personId: account.personId, teamId: account.unitId, gridCode: account.gridCode, departmentId: null };
  if (asksForField && mayWorkInField(role)) return { kind: 'field', personId: account.personId, teamId: null, gridCode: null, departmentId: account.unitId };
  if (can(role, 'desk.watch')) return { kind: 'desk', role, areaCode: account.areaCode };
  return null;
}

function cookieValue(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return decodeURIComponent(value.join('='));
  }
  return undefined;
}

/** Who a connecting socket is, by its session cookie. */
export async function authenticateSocket(access: AccessApi, { cookie, asksForField }: Handshake, isMasked: (actor: Actor) => boolean): Promise<Audience | null> {
  const signedIn = await access.find(cookieValue(cookie, SESSION_COOKIE));
  return signedIn && audienceOf(signedIn, isMasked, asksForField);
}
