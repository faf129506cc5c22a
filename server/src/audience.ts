import type { AccessApi } from './features/access/access.api.ts';
import type { SignedIn } from './features/access/accounts.ts';
import { SESSION_COOKIE } from './features/access/gate.api.ts';
import type { Audience } from './push/operations-source.ts';
import { can } from '@wangge/shared/access';

/** What a signed-in person watches: the wall, the desk, or the orders of the field, which for a county department are its calls; null when the role watches nothing. */
export function audienceOf({ account, role }: SignedIn): Audience | null {
  if (can(role, 'wall.watch')) return { kind: 'wall', areaCode: account.areaCode };
  if (can(role, 'desk.watch') && role !== 'county-department') return { kind: 'desk', role, areaCode: account.areaCode };
  if (can(role, 'field.watch') || role === 'county-department') return { kind: 'field', personId: account.personId, teamId: account.unitId, gridCode: account.gridCode };
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
export async function authenticateSocket(access: AccessApi, cookieHeader: string): Promise<Audience | null> {
  const signedIn = await access.find(cookieValue(cookieHeader, SESSION_COOKIE));
  return signedIn && audienceOf(signedIn);
}
