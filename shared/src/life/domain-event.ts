import type { Actor } from '../access/index.ts';

/** What every event of every kind of object tells: what happened, when (epoch ms), and who did it in which role for which unit. */
export interface DomainEvent {
  readonly type: string;
  readonly at: number;
  readonly actor: Actor;
}
