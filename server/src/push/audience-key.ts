import { createHash } from 'node:crypto';
import type { Audience } from './operations-source.ts';

/** Sessions with the same key see the same and share every message. */
export function audienceKey(audience: Audience): string {
  if (audience.kind === 'wall') return `${audience.isMasked ? 'visitor' : 'wall'}:${audience.areaCode}`;
  if (audience.kind === 'desk') return `desk:${audience.role}:${audience.areaCode}`;
  return `field:${JSON.stringify([audience.personId, audience.teamId, audience.gridCode, audience.departmentId])}`;
}

/**
 * The epoch as one audience is told it: the history, and whose view of it. Who comes back in another role holds another
 * epoch, so he is sent a snapshot and keeps nothing of what he saw before.
 */
export function epochFor(epoch: string, audience: Audience): string {
  const view = createHash('sha256').update(audienceKey(audience)).digest('hex').slice(0, 12);
  return `${epoch}.${view}`;
}

/** Positions of all units go to walls and desks only. */
export function watchesPositions(audience: Audience): boolean {
  return audience.kind !== 'field';
}

/** Sessions of the same area are told the same figures and positions. */
export function areaKey(audience: Audience): string {
  return audience.kind === 'field' ? '' : audience.areaCode;
}

/** Figures go to walls and desks only. */
export function watchesFigures(audience: Audience): boolean {
  return audience.kind !== 'field';
}
