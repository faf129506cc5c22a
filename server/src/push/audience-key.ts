import type { Audience } from './operations-source.ts';

/** Sessions with the same key see the same and share every message. */
export function audienceKey(audience: Audience): string {
  if (audience.kind === 'wall') return 'wall';
  if (audience.kind === 'desk') return `desk:${audience.role}`;
  return `field:${JSON.stringify([audience.personId, audience.teamId, audience.gridCode])}`;
}

/** Positions of all units go to walls and desks only. */
export function watchesPositions(audience: Audience): boolean {
  return audience.kind !== 'field';
}

/** Figures go to walls and desks only. */
export function watchesFigures(audience: Audience): boolean {
  return audience.kind !== 'field';
}
