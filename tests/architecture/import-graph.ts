import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { resolveImport } from './check-import.ts';

/** A source file: its path from the root, its number of lines, and the specifiers it imports. */
export interface SourceFile {
  readonly path: string;
  readonly lineCount: number;
  readonly imports: readonly string[];
}

/** For each file or folder, those it imports, with the import that shows it. */
export type Graph = ReadonlyMap<string, ReadonlyMap<string, string>>;

const SOURCE_FOLDERS = ['shared/src', 'server/src', 'web/src', 'tests'];
const IGNORED = new Set(['node_modules', 'dist']);

function listFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : listFiles(root, path);
    return /\.(ts|vue)$/.test(entry.name) ? [path] : [];
  });
}

/** The specifiers of every static, dynamic, type and re-exporting import, and of workers named by URL. */
export function importsIn(path: string, text: string): string[] {
  const scripts = path.endsWith('.vue') ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1]) : [text];
  return scripts.flatMap((script = '') => {
    const listed = ts.preProcessFile(script, true, true).importedFiles.map((file) => file.fileName);
    const urls = [...script.matchAll(/new URL\(\s*['"](\.[^'"]+\.ts)['"]\s*,\s*import\.meta\.url/g)].map((m) => m[1] ?? '');
    return [...listed, ...urls];
  });
}

/** Reads every source file under `root`. */
export function readSources(root: string): SourceFile[] {
  return SOURCE_FOLDERS.flatMap((folder) => listFiles(root, folder)).map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, lineCount: text.trimEnd().split('\n').length, imports: importsIn(path, text) };
  });
}

/** The graph of imports between the nodes that `nodeOf` maps files to; specs and imports within a node are left out. */
export function buildGraph(sources: readonly SourceFile[], nodeOf: (path: string) => string): Graph {
  const graph = new Map<string, Map<string, string>>();
  for (const { path, imports } of sources) {
    if (path.endsWith('.spec.ts')) continue;
    for (const specifier of imports) {
      const target = resolveImport(path, specifier);
      if (target === undefined || nodeOf(path) === nodeOf(target)) continue;
      const targets = graph.get(nodeOf(path)) ?? new Map<string, string>();
      targets.set(nodeOf(target), `${path} imports ${target}`);
      graph.set(nodeOf(path), targets);
    }
  }
  return graph;
}

/** One shortest way from a node back to itself for each group of nodes that import each other in a circle. */
export function findCycles(graph: Graph): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const start of graph.keys()) {
    if (seen.has(start)) continue;
    const way = shortestWayBack(graph, start);
    if (way === undefined) continue;
    for (const node of way) seen.add(node);
    const evidence = way.map((node, index) => graph.get(node)?.get(way[(index + 1) % way.length] ?? '') ?? '');
    found.push(`${[...way, start].join(' → ')}\n    ${evidence.join('\n    ')}`);
  }
  return found;
}

function shortestWayBack(graph: Graph, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const next of graph.get(node)?.keys() ?? []) {
      if (next === start) {
        const way = [node];
        for (let at = node; at !== start; ) {
          at = cameFrom.get(at) ?? start;
          way.unshift(at);
        }
        return way;
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return undefined;
}
