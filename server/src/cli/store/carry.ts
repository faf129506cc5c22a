import { KEY_COLUMNS, PARTS, type ContentsView, type Part, type Row, type StoreContents } from '../../store/contents.ts';
import { CliRefusal } from '../refusals.ts';
import { partLine, speedOf, type Reporter } from './reporter.ts';
import { digestOf, isSame, RowDigest, type PartDigest } from './row-digest.ts';
import { padName, PART_NAMES } from './part-names.ts';

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

/** Writes what lies behind `last`; all of the part is read, for its hash. */
async function carryPart(source: ContentsView, target: StoreContents, part: Part, last: Row | null, reporter: Reporter): Promise<PartDigest> {
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
  const known = digest.rows - written;
  reporter.say(`写入 ${padName(part)} ${written.toLocaleString('en-US').padStart(12)} 行  ${speedOf(written, performance.now() - startedAt)}${known > 0 ? `，此前已有 ${known} 行` : ''}`);
  return digest.end();
}

/** What the parts of the target hold now, all seen at once. */
async function readBack(target: StoreContents, parts: readonly Part[], reporter: Reporter): Promise<Map<Part, PartDigest & { readonly tookMs: number }>> {
  const view = await target.view();
  try {
    const found = new Map<Part, PartDigest & { tookMs: number }>();
    for (const part of parts) {
      const [startedAt, steps] = [performance.now(), await reporter.follow('核对', part, view)];
      found.set(part, { ...(await digestOf(view, part, steps.rows)), tookMs: performance.now() - startedAt });
      steps.end();
    }
    return found;
  } finally {
    await view.release();
  }
}

/** Says of each part that it is the same on both sides; answers those that are not. */
async function prove(carried: ReadonlyMap<Part, PartDigest>, target: StoreContents, reporter: Reporter): Promise<Part[]> {
  const found = await readBack(target, [...carried.keys()], reporter);
  return [...carried].flatMap(([part, wanted]) => {
    const kept = found.get(part)!;
    const isEqual = isSame(wanted, kept);
    reporter.say(partLine(part, kept, isEqual ? `相同，读回 ${speedOf(kept.rows, kept.tookMs)}` : `不同：来源 ${wanted.rows} 行 ${wanted.sha256}`));
    return isEqual ? [] : [part];
  });
}

/**
 * Carries all of `source` into an empty store, or goes on where that broke off, and proves that both are the same; where the
 * source has changed since a broken-off run, a part is gone over once more. Throws CliRefusal when the target holds something
 * else or comes out different.
 */
export async function carry(source: ContentsView, target: StoreContents, targetName: string, reporter: Reporter): Promise<void> {
  const begun = await target.begin(source.epoch);
  if (begun === 'occupied') throw new CliRefusal('STORE_OCCUPIED', { file: targetName });
  reporter.say(`历史 ${source.epoch}${begun === 'goes-on' ? '，从停下处继续' : ''}`);
  const carried = new Map<Part, PartDigest>();
  for (const part of PARTS) carried.set(part, await carryPart(source, target, part, begun === 'begun' ? null : await target.last(part), reporter));
  let different = await prove(carried, target, reporter);
  if (different.length > 0 && begun === 'goes-on') {
    const again = new Map<Part, PartDigest>();
    for (const part of different) again.set(part, await carryPart(source, target, part, null, reporter));
    different = await prove(again, target, reporter);
  }
  if (different.length > 0) throw new CliRefusal('STORE_DIFFERS', { file: targetName, detail: different.map((part) => PART_NAMES[part]).join('、') });
  await target.finish();
}
