import type { DiffMessage, SnapshotMessage } from '@wangge/shared/wire';

/**
 * The history this page holds: its epoch and the number it has come to. Decides for each message whether it may be applied;
 * answers `gap` when something before it is missing and must be asked for again.
 */
export class HeldHistory {
  #epoch: string | null = null;
  #seq = 0;

  /** What `resume` tells the server. */
  get position(): { readonly epoch: string | null; readonly seq: number } {
    return { epoch: this.#epoch, seq: this.#seq };
  }

  takeSnapshot(message: Pick<SnapshotMessage, 'epoch' | 'seq'>): void {
    this.#epoch = message.epoch;
    this.#seq = message.seq;
  }

  takeDiff(message: Pick<DiffMessage, 'epoch' | 'fromSeq' | 'seq'>): 'apply' | 'stale' | 'gap' {
    if (message.epoch !== this.#epoch || message.fromSeq > this.#seq) return 'gap';
    if (message.seq < this.#seq) return 'stale';
    this.#seq = message.seq;
    return 'apply';
  }

  /** The server says that nothing else happened up to `seq`. */
  takeBeat(seq: number): void {
    if (this.#epoch !== null) this.#seq = Math.max(this.#seq, seq);
  }
}
