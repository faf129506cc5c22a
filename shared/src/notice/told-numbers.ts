/** Runs of 15 to 19 digits, the last of which may be an X: identity cards (GB 11643) old and new, bank cards (GB/T 14504); the latter also four by four. */
const IDENTITY = /(?<!\d)(?:\d{14,18}[\dXx]|\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?)(?!\d)/;
/** Mobile numbers and those of lines with their area code, in one piece or parted. */
const PHONE = /(?<!\d)(?:(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}\)?[ -]?[2-8]\d{2,3}[ -]?\d{4})(?!\d)/;

/** The first number in a text that leads to a person: of an identity or bank card, or of a telephone; full-width digits count as what they are. */
export function toldNumber(text: string): { readonly kind: 'identity' | 'phone'; readonly number: string } | null {
  const plain = text.normalize('NFKC');
  const identity = IDENTITY.exec(plain);
  if (identity) return { kind: 'identity', number: identity[0] };
  const phone = PHONE.exec(plain);
  return phone && { kind: 'phone', number: phone[0] };
}
