/**
 * The store can't be reached or didn't answer in time. Whether what was asked for was written is not known; a command that
 * carries a key may be sent again and has one effect.
 */
export class StoreUnavailable extends Error {}
