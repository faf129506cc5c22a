import type { Role } from '@wangge/shared/access';

/** The surface a role works on. */
export function landingFor(role: Role): '/field' | '/wall' | '/desk' {
  if (role === 'squad' || role === 'grid-worker') return '/field';
  return role === 'wall' ? '/wall' : '/desk';
}
