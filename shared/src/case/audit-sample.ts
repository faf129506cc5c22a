/**
 * 审核抽样: whether a self-handled report must be looked into one by one. Drawn from the case's id alone, so that anybody can
 * draw it again and nobody can choose. `share` is 0 to 1.
 */
export function isSampled(id: string, share: number): boolean {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return (hash >>> 8) / 0x1000000 < share;
}
