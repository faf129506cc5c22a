import { mayWorkInField, type Role } from '@wangge/shared/access';

/** The surface a role lands on. */
export function landingFor(role: Role): '/field' | '/wall' | '/desk' {
  if (role === 'squad' || role === 'grid-worker') return '/field';
  return role === 'wall' ? '/wall' : '/desk';
}

/** Whether a role works on the surface of this address: the one it lands on, or the phone page beside a desk. */
export function worksOn(path: string, role: Role): boolean {
  const isUnder = (surface: string): boolean => path === surface || path.startsWith(`${surface}/`);
  return isUnder(landingFor(role)) || (path === '/field' && mayWorkInField(role));
}
