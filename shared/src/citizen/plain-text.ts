/** Controls but line feeds; marks that turn the direction of writing; signs that nobody sees. */
const UNSEEN = /(?!\n)[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;

/** What a stranger wrote, as text that shows what it says: no marks that turn or hide it, no half characters, no walls of blank lines. */
export function plainText(given: string): string {
  return given.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').replaceAll(UNSEEN, '').replaceAll(/\n{3,}/g, '\n\n').trim();
}
