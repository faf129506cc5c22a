import { KEY_COLUMNS, PARTS, type ContentsView, type Part, type Row, type StoreContents } from '../../store/contents.ts';
import { CliRefusal } from '../refusals.ts';
import { partLine, speedOf, type Reporter } from './reporter.ts';
import { digestOf, isSame, RowDigest, type PartDigest } from './row-digest.ts';
import { PART_NAMES } from './part-names.ts';

function compareCells(a: Row[number] | undefined, b: Row[number] | undefined): number {
  return typeof a === 'string' && typeof b === 'string' ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : Number(a) - Number(b);
}

/** Whether a row lies behind another in the order of its part. */
function isBehind(part: Part, row: Row, other: Row): boolean {
  for (let i = 0; i < KEY_COLUMNS[part]; i += 1) {
    const order = compareCells(row[i], other[i]);
    if (order !== 0) return order > 0;
  }
  return false;
}

interface Carried extends PartDigest {
  readonly written: number;
  readonly tookMs: number;
}

/** Writes what lies behind `last`; all of the part is read, for its hash. */
async function carryPart(source: ContentsView, target: StoreContents, part: Part, last: Row | null, reporter: Reporter): Promise<Carried> {
  const digest = new RowDigest();
  const startedAt = performance.now();
  const steps = await reporter.follow('写入', part, source);
  let written = 0;
  let isPast = last === null;
  for await (const rows of source.read(part)) {
    digest.add(rows);
    const fresh = isPast ? rows : rows.filter((row) => isBehind(part, row, last!));
    isPast ||= fresh.length > 0;
    if (fresh.length > 0) await target.write(part, fresh);
    written += fresh.length;
    steps.rows(digest.rows);
  }
  steps.end();
  return { ...digest.end(), written, tookMs: performance.now() - startedAt };
}

async function digestTarget(target: StoreContents, part: Part, reporter: Reporter): Promise<PartDigest> {
  const view = await target.view();
  try {
    const steps = await reporter.follow('核对', part, view);
    const digest = await digestOf(view, part, steps.rows);
    steps.end();
    return digest;
  } finally {
    await view.release();
  }
}

/** Carries one part and proves it. Where the source has changed since a broken-off run, the part is gone over once more. */
async function settlePart(source: ContentsView, target: StoreContents, part: Part, targetName: string, reporter: Reporter): Promise<void> {
  const last = await target.last(part);
  const carried = await carryPart(source, target, part, last, reporter);
  const verifiedFrom = performance.now();
  let found = await digestTarget(target, part, reporter);
  const readMs = performance.now() - verifiedFrom;
  if (!isSame(carried, found) && last !== null) {
    await carryPart(source, target, part, null, reporter);
    found = await digestTarget(target, part, reporter);
  }
  if (!isSame(carried, found)) {
    reporter.say(partLine(part, found, `不同：来源 ${carried.rows} 行 ${carried.sha256}`));
    throw new CliRefusal('STORE_DIFFERS', { file: targetName, detail: `${PART_NAMES[part]}来源 ${carried.rows} 行、去处 ${found.rows} 行` });
  }
  const known = carried.rows - carried.written;
  reporter.say(partLine(part, found, `相同，写入 ${speedOf(carried.written, carried.tookMs)}，读回 ${speedOf(found.rows, readMs)}${known > 0 ? `，此前已有 ${known} 行` : ''}`));
}

/**
 * Carries all of `source` into an empty store, or goes on where that broke off, and proves that both are the same. Throws
 * CliRefusal when the target holds something else.
 */
export async function carry(source: ContentsView, target: StoreContents, targetName: string, reporter: Reporter): Promise<void> {
  const begun = await target.begin(source.epoch);
  if (begun === 'occupied') throw new CliRefusal('STORE_OCCUPIED', { file: targetName });
  reporter.say(`历史 ${source.epoch}${begun === 'goes-on' ? '，从停下处继续' : ''}`);
  for (const part of PARTS) await settlePart(source, target, part, targetName, reporter);
  await target.finish();
}
