import { chmodSync, cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODULE } from './find-mongo.ts';

const PARTS = ['go.mod', 'build', 'ferretdb', 'internal'];
const FILE = 'internal/backends/sqlite/metadata/metadata.go';

/** Copies parts of a module, which Go keeps unwritable, so that they can be changed and removed. */
function copyWritable(sources: string, copy: string): void {
  for (const part of PARTS) cpSync(join(sources, part), join(copy, part), { recursive: true });
  for (const path of ['', ...readdirSync(copy, { recursive: true, encoding: 'utf8' })]) chmodSync(join(copy, path), 0o755);
}

/**
 * FerretDB 1.24 looks for an `_id` by another expression than it has indexed, and so reads the whole collection each time. Puts
 * a mended copy into a folder; answers the go.mod that builds with it.
 */
export function mendFerretDb(sources: string, folder: string): string {
  const copy = join(folder, 'ferretdb');
  copyWritable(sources, copy);
  const before = readFileSync(join(copy, FILE), 'utf8');
  const after = before.replace(`"->'$._id'"`, '`->"_id"`');
  if (after === before) throw new Error(`${FILE} is not the file that was to be mended`);
  writeFileSync(join(copy, FILE), after);
  const modFile = join(folder, 'go.mod');
  writeFileSync(modFile, `${readFileSync(join(MODULE, 'go.mod'), 'utf8')}\nreplace github.com/FerretDB/FerretDB => ${JSON.stringify(copy)}\n`);
  writeFileSync(join(folder, 'go.sum'), readFileSync(join(MODULE, 'go.sum')));
  return modFile;
}
