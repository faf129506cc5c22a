import type { Process, ProcessEdge, ProcessNode } from '@wangge/shared/life';

/** Sizes in CSS px. */
export const STOP_R = 9;
const CELL_MIN = 90;
const ARC_ROOM = 30;
const TEXT_ROOM = 54;
const ASIDE_ROOM = 28;
const ROW_GAP = 12;
const ELBOW = 9;

export interface Stop {
  readonly node: ProcessNode<string>;
  readonly x: number;
  readonly y: number;
  readonly row: number;
}

/** A line between two stops of the line, or an arc over them for a way back. */
export interface Way {
  readonly path: string;
  readonly isGone: boolean;
}

export interface BackWay {
  readonly edge: ProcessEdge<string>;
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

/** Where everything of a process lies on a sheet of `widthPx`. */
export interface ProcessLayout {
  readonly heightPx: number;
  readonly stops: readonly Stop[];
  readonly asides: readonly Stop[];
  readonly ways: readonly Way[];
  readonly backs: readonly BackWay[];
}

/** Lays the line from left to right, in as many rows as the width needs, and hangs states beside the line under their stop. */
export function layoutProcess({ nodes, edges }: Process<string>, widthPx: number): ProcessLayout {
  const line = nodes.filter(({ hangsOn }) => hangsOn === null);
  const rows = Math.max(1, Math.ceil(line.length / Math.max(2, Math.floor(widthPx / CELL_MIN))));
  const columns = Math.ceil(line.length / rows);
  const cell = widthPx / columns;
  const hanging = (node: ProcessNode<string>): ProcessNode<string>[] => nodes.filter(({ hangsOn }) => hangsOn === node.state);
  const backEdges = edges.filter(({ isBack, from, to }) => isBack && [from, to].every((state) => line.some((node) => node.state === state)));

  let top = 0;
  const stops: Stop[] = [];
  for (let row = 0; row < rows; row += 1) {
    const inRow = line.slice(row * columns, (row + 1) * columns);
    const hasArc = backEdges.some(({ from, to }) => [from, to].every((state) => inRow.some((node) => node.state === state)));
    const y = top + (hasArc ? ARC_ROOM : 0) + STOP_R + 4;
    inRow.forEach((node, column) => stops.push({ node, x: cell * (column + 0.5), y, row }));
    top = y + TEXT_ROOM + Math.max(0, ...inRow.map((node) => hanging(node).length)) * ASIDE_ROOM + ROW_GAP;
  }

  const asides = stops.flatMap((stop) => hanging(stop.node).map((node, index): Stop => ({ ...stop, node, y: stop.y + TEXT_ROOM + 12 + index * ASIDE_ROOM })));
  return { heightPx: top - ROW_GAP, stops, asides, ways: waysOf(stops, widthPx), backs: backEdges.flatMap((edge) => backOf(edge, stops)) };
}

function waysOf(stops: readonly Stop[], widthPx: number): Way[] {
  return stops.slice(1).map((to, index) => {
    const from = stops[index]!;
    const isGone = to.node.standing !== 'ahead';
    if (from.row === to.row) return { isGone, path: `M${from.x + STOP_R + 3} ${from.y}H${to.x - STOP_R - 3}` };
    const level = to.y - STOP_R - ELBOW - 4;
    const right = Math.min(widthPx - 2, from.x + STOP_R + 2 * ELBOW);
    const left = Math.max(2, to.x - STOP_R - 2 * ELBOW);
    const path = `M${from.x + STOP_R + 3} ${from.y}H${right - ELBOW}q${ELBOW} 0 ${ELBOW} ${ELBOW}V${level - ELBOW}q0 ${ELBOW} ${-ELBOW} ${ELBOW}`
      + `H${left + ELBOW}q${-ELBOW} 0 ${-ELBOW} ${ELBOW}V${to.y - ELBOW}q0 ${ELBOW} ${ELBOW} ${ELBOW}H${to.x - STOP_R - 3}`;
    return { isGone, path };
  });
}

/** An arc over the line from the later stop back to the earlier; none across rows, where the repeated stay tells it. */
function backOf(edge: ProcessEdge<string>, stops: readonly Stop[]): BackWay[] {
  const from = stops.find(({ node }) => node.state === edge.from);
  const to = stops.find(({ node }) => node.state === edge.to);
  if (!from || !to || from.row !== to.row) return [];
  const base = from.y - STOP_R - 4;
  const peak = base - ARC_ROOM + 10;
  return [{ edge, path: `M${from.x} ${base}C${from.x} ${peak} ${to.x} ${peak} ${to.x} ${base}`, x: (from.x + to.x) / 2, y: peak + 1 }];
}
