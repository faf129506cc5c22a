/** The bytes a `Range` header asks for, both ends included; null where it asks for all, `outside` where it asks beyond the end (RFC 9110 §14). Several ranges are taken as all. */
export function byteRange(header: string | undefined, size: number): readonly [from: number, to: number] | 'outside' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (asked === null || (asked[1] === '' && asked[2] === '')) return null;
  if (asked[1] === '') {
    const last = Math.min(size, Number(asked[2]));
    return last === 0 ? 'outside' : [size - last, size - 1];
  }
  const from = Number(asked[1]);
  const to = asked[2] === '' ? size - 1 : Math.min(size - 1, Number(asked[2]));
  return from >= size || from > to ? 'outside' : [from, to];
}
