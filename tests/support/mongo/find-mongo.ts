import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from '../run-node.ts';

/** The Go module whose program speaks the MongoDB protocol. */
export const MODULE = import.meta.dirname;

/** Where a server of the MongoDB protocol comes from. */
export type MongoSource =
  | { readonly kind: 'given'; readonly url: string }
  | { readonly kind: 'mongod'; readonly program: string }
  | { readonly kind: 'ferretdb'; readonly program: string };

/** Where the built FerretDB lies: another version of its sources has another name. */
export function builtProgram(): string {
  const hash = createHash('sha256');
  for (const name of ['go.mod', 'go.sum', 'mongo-for-tests.go', 'mend-ferretdb.ts']) hash.update(readFileSync(join(MODULE, name)));
  return join(ROOT, '.tools', `mongo-for-tests-${hash.digest('hex').slice(0, 12)}`);
}

function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** MONGODB_URL, or else `mongod` on the path, or else FerretDB where it is built; undefined when none is there yet. */
export function findMongo(): MongoSource | undefined {
  const url = process.env['MONGODB_URL'] ?? '';
  if (url !== '') return { kind: 'given', url };
  const mongod = onPath('mongod');
  if (mongod !== undefined && spawnSync(mongod, ['--version']).status === 0) return { kind: 'mongod', program: mongod };
  const program = builtProgram();
  return existsSync(program) ? { kind: 'ferretdb', program } : undefined;
}

/** Whether tests must find a server: the machine that decides may not skip what it cannot start. */
export function mustHaveMongo(): boolean {
  return (process.env['CI'] ?? '') !== '';
}
