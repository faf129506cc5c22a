/** Why the store did not take what it was given. `busy`: others were faster, which passes by itself and is no trouble (故障). */
export type StoreHindrance = 'disk' | 'database' | 'busy';

/**
 * The store can't be reached, can't be written or didn't answer in time. Whether what was asked for was written is not known;
 * a command that carries a key may be sent again and has one effect.
 */
export class StoreUnavailable extends Error {
  readonly hindrance: StoreHindrance;

  constructor(message: string, options: ErrorOptions & { readonly hindrance?: StoreHindrance } = {}) {
    super(message, options);
    this.hindrance = options.hindrance ?? 'database';
  }
}
