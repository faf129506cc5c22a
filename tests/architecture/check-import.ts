import { posix } from 'node:path';
import { HOMES, SHARED_PACKAGES, ZONES } from './import-table.ts';

const SPEC = /\.spec\.ts$/;

/**
 * The file of this repository that a specifier in `file` names, as a path from the root without query, or undefined
 * when it names a package from outside.
 */
export function resolveImport(file: string, specifier: string): string | undefined {
  const plain = specifier.replace(/[?#].*$/, '');
  if (plain.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), plain));
  const own = /^@wangge\/(shared|server|web|tests)\/(.+)$/.exec(plain);
  if (own === null) return undefined;
  return own[1] === 'shared' ? `shared/src/${own[2]}/index.ts` : `${own[1]}/src/${own[2]}.ts`;
}

/** Store adapters and sources of input: a file of the same name beside the folder is its door and belongs to it. */
const WITH_DOOR = /^server\/src\/(?:store\/(?:memory|sqlite|mongo)|ingest\/(?:jt808|rest|replay))(?=\/|\.ts$)/;
const NESTED = /^(?:server\/src\/features|web\/src\/(?:features|surfaces))\/[^/]+(?=\/)/;

/**
 * The folder a file answers for: one topic of shared, one feature, one store adapter, one source of input, one surface,
 * or else the first folder under the package. Files of one unit may always import each other.
 */
export function unitOf(file: string): string {
  const nested = WITH_DOOR.exec(file) ?? NESTED.exec(file);
  if (nested !== null) return nested[0];
  const flat = /^(shared\/src|server\/src|web\/src|tests)\/[^/]+(?=\/)/.exec(file);
  return flat === null ? posix.dirname(file) : flat[0];
}

/** Whether the table has a place for this file. */
export function hasZone(file: string): boolean {
  return ZONES.some((zone) => zone.from.test(file));
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function refusePackage(file: string, specifier: string): string | undefined {
  const name = packageOf(specifier);
  const home = HOMES.find((candidate) => candidate.packageName === name);
  if (home !== undefined && !home.allowed.some((allowed) => allowed.test(file))) return home.hint;
  if (file.startsWith('web/src/') && name.startsWith('node:')) return 'the web runs in a browser: Node belongs in server.';
  const topic = /^shared\/src\/([^/]+)\//.exec(file)?.[1];
  if (topic === undefined || SHARED_PACKAGES[topic]?.includes(name)) return undefined;
  return 'shared is pure: effects belong in server/src/platform, a schema in shared/src/wire.';
}

/**
 * Why `file` may not import `specifier`, ending with where the code should go, or undefined when it may. Specs beside
 * their source may use any real collaborator of their own package.
 */
export function refuseImport(file: string, specifier: string): string | undefined {
  const target = resolveImport(file, specifier);
  if (SPEC.test(file) && !file.startsWith('tests/')) {
    const leaves = target !== undefined && file.split('/')[0] !== target.split('/')[0] && !target.startsWith('shared/');
    return leaves ? 'a spec stays in its own package: what crosses packages is tested in tests.' : undefined;
  }
  if (target === undefined) return refusePackage(file, specifier);
  if (unitOf(file) === unitOf(target)) return undefined;
  const zone = ZONES.find((candidate) => candidate.from.test(file));
  if (zone === undefined) return `${file} lies in no zone of the import table.`;
  return zone.may.some((allowed) => allowed.test(target)) ? undefined : zone.hint;
}
