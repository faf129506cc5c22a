/** The protocol's limit of a document is 16 MB; what surrounds our content takes a little of it. */
export const CONTENT_LIMIT_BYTES = 15 * 1_024 * 1_024;

/** Throws when something is too large to be written whole. */
export function checkSize(bytes: number, what: string): void {
  if (bytes > CONTENT_LIMIT_BYTES) throw new Error(`${what} has ${bytes} bytes, more than the ${CONTENT_LIMIT_BYTES} that one document of MongoDB holds`);
}
