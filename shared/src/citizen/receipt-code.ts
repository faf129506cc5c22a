import { CODE_SIGNS } from '../stage/index.ts';

/** Signs of a receipt code (回执码): 16 of 31, 79 bits, so that nobody guesses one. */
export const RECEIPT_SIGNS = 16;
const GROUP = /.{4}(?=.)/g;
/** Bytes from here on would make the first signs likelier than the others. */
const FAIR_BELOW = 256 - (256 % CODE_SIGNS.length);

/** A receipt code out of bytes that nobody can foresee; null when too few of them were of use. */
export function receiptCodeFrom(bytes: Uint8Array): string | null {
  const signs = [...bytes].filter((byte) => byte < FAIR_BELOW).slice(0, RECEIPT_SIGNS).map((byte) => CODE_SIGNS[byte % CODE_SIGNS.length]);
  return signs.length === RECEIPT_SIGNS ? signs.join('') : null;
}

/** What somebody typed, as a receipt code: small letters, full-width signs, blanks and dashes are forgiven. Null for what can be none. */
export function readReceiptCode(typed: string): string | null {
  const signs = [...typed.normalize('NFKC').toUpperCase().replaceAll(/[\s\-–—·]/g, '')];
  return signs.length === RECEIPT_SIGNS && signs.every((sign) => CODE_SIGNS.includes(sign)) ? signs.join('') : null;
}

/** A receipt code as it is written for people: four by four. */
export function shownReceiptCode(code: string): string {
  return code.replace(GROUP, '$&-');
}
