import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const IGNORED = new Set(['node_modules', 'dist']);

function* filesUnder(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isFile()) {
    if (!path.endsWith('.spec.ts')) yield path;
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) {
    if (!IGNORED.has(name)) yield* filesUnder(root, `${path}/${name}`);
  }
}

/** One hash over the names and contents of these files and folders, without specs and generated folders, and a salt. */
export function hashSources(root, paths, salt) {
  const hash = createHash('sha256').update(salt);
  for (const path of paths) {
    for (const file of filesUnder(root, path)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}
