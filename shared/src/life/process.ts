import type { ActorRole } from '../access/index.ts';
import type { LifeRow } from './life-table.ts';

/** How one kind of object goes: its table of life, and the states of the straight way in order (主线). */
export interface LifeLine<State extends string> {
  readonly table: readonly LifeRow<State>[];
  readonly line: readonly State[];
}

/** One step of an object's history: what happened and the state it was in afterwards. */
export interface StepTaken<State extends string> {
  readonly event: string;
  readonly to: State;
  /** Epoch ms. */
  readonly at: number;
}

/** One stay in a state; `leftAt` is null while it lasts. */
export interface ProcessStay {
  readonly event: string;
  readonly enteredAt: number;
  readonly leftAt: number | null;
}

/**
 * A state as the process shows it. `ahead`: not reached; `skipped`: passed by without a stay. `hangsOn`: for a state beside
 * the line, the state of the line it was entered from; null for states of the line.
 */
export interface ProcessNode<State extends string> {
  readonly state: State;
  readonly standing: 'taken' | 'current' | 'ahead' | 'skipped';
  readonly hangsOn: State | null;
  readonly stays: readonly ProcessStay[];
}

/** A way that was gone, and how often. `isBack`: against the line, such as a rework. */
export interface ProcessEdge<State extends string> {
  readonly from: State;
  readonly to: State;
  readonly event: string;
  readonly count: number;
  readonly isBack: boolean;
}

/**
 * What may happen next and who may do it. `to` is null when the object returns to where it was asked from. `way`: along the
 * line, beside it, back on it, or `same` when the state stays. `isMine`: whoever looks may do it now.
 */
export interface ProcessNext<State extends string> {
  readonly action: string;
  readonly to: State | null;
  readonly way: 'on' | 'aside' | 'back' | 'same';
  readonly roles: readonly ActorRole[];
  readonly isMine: boolean;
}

/** 流程图 of one object: where it has been, where it stands, where it may go. */
export interface Process<State extends string> {
  readonly nodes: readonly ProcessNode<State>[];
  readonly edges: readonly ProcessEdge<State>[];
  readonly next: readonly ProcessNext<State>[];
}

/** The stays in order: steps that leave the state as it is make none. */
function staysOf<State extends string>(history: readonly StepTaken<State>[]): (ProcessStay & { readonly state: State })[] {
  const turns = history.filter((step, index) => step.to !== history[index - 1]?.to);
  return turns.map(({ event, to, at }, index) => ({ state: to, event, enteredAt: at, leftAt: turns[index + 1]?.at ?? null }));
}

/**
 * Draws an object's process from its table and its history (oldest first). `allowed`: the actions open to whoever looks.
 * States of the line come first, in its order; states beside it only where they were used.
 */
export function processOf<State extends string>(
  { table, line }: LifeLine<State>, history: readonly StepTaken<State>[], state: State, allowed: readonly string[],
): Process<State> {
  const stays = staysOf(history);
  const rankOf = (one: State): number => line.indexOf(one);
  const farthest = Math.max(-1, rankOf(state), ...stays.map((stay) => rankOf(stay.state)));

  function standingOf(one: State): ProcessNode<State>['standing'] {
    if (one === state) return 'current';
    if (stays.some((stay) => stay.state === one)) return 'taken';
    return rankOf(one) >= 0 && rankOf(one) < farthest ? 'skipped' : 'ahead';
  }

  /** The state of the line that was left for this one, else the beginning of the line. */
  function hangsOn(one: State): State | null {
    const first = stays.findIndex((stay) => stay.state === one);
    const before = stays.slice(0, Math.max(0, first)).findLast((stay) => rankOf(stay.state) >= 0);
    return before?.state ?? line[0] ?? null;
  }

  const beside = [...new Set([...stays.map((stay) => stay.state), state])].filter((one) => rankOf(one) < 0);
  const nodeOf = (one: State): ProcessNode<State> =>
    ({ state: one, standing: standingOf(one), hangsOn: rankOf(one) < 0 ? hangsOn(one) : null, stays: stays.filter((stay) => stay.state === one) });

  return { nodes: [...line, ...beside].map(nodeOf), edges: edgesOf(stays, rankOf), next: nextOf(table, state, allowed, rankOf) };
}

function edgesOf<State extends string>(stays: readonly (ProcessStay & { readonly state: State })[], rankOf: (state: State) => number): ProcessEdge<State>[] {
  const edges = new Map<string, ProcessEdge<State>>();
  stays.slice(1).forEach((stay, index) => {
    const from = stays[index]!.state;
    const key = `${from}>${stay.state}`;
    const isBack = rankOf(stay.state) >= 0 && rankOf(from) > rankOf(stay.state);
    edges.set(key, { from, to: stay.state, event: stay.event, count: (edges.get(key)?.count ?? 0) + 1, isBack });
  });
  return [...edges.values()];
}

/** One entry an action; along the line first, then beside it, back, and what leaves the state as it is. */
function nextOf<State extends string>(table: readonly LifeRow<State>[], state: State, allowed: readonly string[], rankOf: (state: State) => number): ProcessNext<State>[] {
  const here = rankOf(state);
  function wayOf(to: LifeRow<State>['to']): ProcessNext<State>['way'] {
    if (to === 'same' || to === state) return 'same';
    if (to === 'resume') return 'back';
    const rank = rankOf(to);
    if (rank < 0) return 'aside';
    return rank > here ? 'on' : 'back';
  }
  const found = new Map<string, ProcessNext<State>>();
  for (const { action, to, roles, from } of table) {
    if (!from.includes(state)) continue;
    const known = found.get(action);
    found.set(action, {
      action, to: to === 'resume' || to === 'same' ? null : to, way: wayOf(to), roles: [...new Set([...known?.roles ?? [], ...roles])], isMine: allowed.includes(action),
    });
  }
  const ORDER = ['on', 'aside', 'back', 'same'];
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.way) - ORDER.indexOf(b.way));
}
