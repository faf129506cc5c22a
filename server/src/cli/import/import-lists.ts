import { basename } from 'node:path';
import { departmentsOf } from '../../features/lists/departments-known.ts';
import { readOwnConfig } from '../../config.ts';
import { createListsApi } from '../../features/lists/create-lists.ts';
import type { ListKind, ListProblem } from '../../features/lists/list-kind.api.ts';
import { firstEditions } from '../../features/district/first-editions.ts';
import { LIST_KINDS } from '../../list-kinds.ts';
import { decodeText, parseCsvText } from '../../platform/csv.ts';
import { readBytes } from '../read-csv.ts';
import { CliRefusal } from '../refusals.ts';
import type { ListInput } from './options.ts';
import { problemLine } from './problems.ts';
import type { HeldStore } from './store-district.ts';

/** What the editions of one import share: their name, first day (YYYY-MM-DD) and document. */
export interface EditionHead {
  readonly version: string;
  readonly effectiveFrom: string;
  readonly documentNo: string;
}

/** One line to the person at the keyboard. */
export type Say = (line: string) => void;

/** How many rows an edition brings, changes and drops against the one before; rows are known by their first cell. Settings are not counted. */
export function differenceOf({ columns }: ListKind, before: string, after: string): string {
  const rowsOf = (text: string): Map<string, string> => new Map(parseCsvText(text).rows.map(({ cells }) => [cells[columns[0] ?? ''] ?? '', JSON.stringify(columns.map((column) => cells[column]))]));
  if (columns.length === 0) return '设置已替换';
  const [old, now] = [rowsOf(before), rowsOf(after)];
  const [added, changed] = [[...now.keys()].filter((key) => !old.has(key)), [...now].filter(([key, row]) => old.has(key) && old.get(key) !== row)];
  return `${now.size} 条：新增 ${added.length}，修改 ${changed.length}，删除 ${[...old.keys()].filter((key) => !now.has(key)).length}`;
}

function kindNamed(name: string): ListKind {
  const found = LIST_KINDS.find((kind) => kind.kind === name || kind.name === name);
  if (!found) throw new CliRefusal('LIST_KIND_UNKNOWN', { detail: name, field: LIST_KINDS.map(({ kind, name: words }) => `${kind}（${words}）`).join('、') });
  return found;
}

/**
 * Publishes editions of lists into a store, each checked with those before it in force, in the order in which lists refer to
 * each other. Throws CliRefusal when one of them has a problem, after all of them were said; then the store must not be kept.
 */
export async function importLists(inputs: readonly ListInput[], head: EditionHead, store: Pick<HeldStore, 'kept' | 'documents'>, say: Say, now: number): Promise<void> {
  const named = inputs.map(({ kind, path }) => ({ kind: kindNamed(kind), path, file: basename(path) })).toSorted((a, b) => LIST_KINDS.indexOf(a.kind) - LIST_KINDS.indexOf(b.kind));
  if (!store.kept) throw new CliRefusal('DISTRICT_MISSING');
  const { district } = store.kept;
  const read = named.map(({ path, ...list }) => ({ ...list, text: decodeText(readBytes(path)) }));
  const { cameraHosts } = readOwnConfig();
  const lists = await createListsApi(store.documents, LIST_KINDS, { hasDepartment: departmentsOf(district), allowsCameraHost: (host) => cameraHosts.includes(host) }, firstEditions(district));
  let refused = 0;
  for (const [i, { kind, file, text }] of read.entries()) {
    const step = `[${i + 1}/${read.length}] ${file} → ${kind.name}`;
    const before = lists.textOf(kind.kind, lists.inForce(kind, Date.parse(`${head.effectiveFrom}T00:00+08:00`)).version) ?? '';
    const published = await lists.publish(kind.kind, { ...head, isConfirmed: true, text }, '导入', now);
    if (published.ok) say(`${step}：${differenceOf(kind, before, text)}；版本 ${head.version}，自 ${head.effectiveFrom} 起生效`);
    else {
      const { problems } = published.error;
      refused += problems.length;
      say(`${step}：${problems.length} 处问题`);
      for (const { line, column, reason } of problems) say(`  ${problemLine(placed(file, { line, column, reason }))}`);
    }
  }
  if (refused > 0) throw new CliRefusal('LIST_REFUSED', { detail: `${refused} 处问题` });
}

function placed(file: string, { line, column, reason }: ListProblem): Parameters<typeof problemLine>[0] {
  return { file, line: line > 0 ? line : null, column, reason };
}
