import type { Lamp } from '@wangge/shared/calendar';
import type { Urgency } from '@wangge/shared/district';
import type { CaseLook, MapMark } from '../scene.ts';
import { mercatorOf, type MercatorPoint } from '../viewport.ts';

/** Marks too near each other to be told apart: the worst of them, which gives the place and the lamp, and all it stands for. */
export interface MarkGroup {
  readonly lead: MapMark;
  readonly place: MercatorPoint;
  readonly members: readonly MapMark[];
}

const LAMP_RANK: Readonly<Record<Lamp, number>> = { red: 3, yellow: 2, paused: 1, green: 0 };
const URGENCY_RANK: Readonly<Record<Urgency, number>> = { critical: 2, urgent: 1, normal: 0 };

/** How much a mark asks to be seen; a chosen one most, then 特急, then by lamp. */
export function markRank({ isChosen, lamp, urgency }: CaseLook): number {
  return (isChosen ? 100 : 0) + (urgency === 'critical' ? 40 : 0) + LAMP_RANK[lamp] * 10 + URGENCY_RANK[urgency];
}

/**
 * Groups marks that lie within the reach of a worse one, on a world `worldPx` wide; `reachPx` tells how far a mark reaches. A chosen mark stands alone. The order of the answer is the order
 * of drawing: the worst last.
 */
export function groupMarks(marks: readonly MapMark[], worldPx: number, reachPx: (look: CaseLook) => number): MarkGroup[] {
  const ranked = [...marks].sort((a, b) => markRank(b.look) - markRank(a.look) || (a.key < b.key ? -1 : 1));
  const groups: { lead: MapMark; place: MercatorPoint; members: MapMark[] }[] = [];
  for (const mark of ranked) {
    const place = mercatorOf(mark.lngLat);
    const near = mark.look.isChosen ? undefined : groups.find(({ lead, place: [x, y] }) =>
      !lead.look.isChosen && Math.hypot(x - place[0], y - place[1]) * worldPx < reachPx(lead.look));
    if (near === undefined) groups.push({ lead: mark, place, members: [mark] });
    else near.members.push(mark);
  }
  return groups.reverse();
}
