import { PARTS, type ContentsView, type Part } from '../../store/contents.ts';
import { partLine, type Reporter } from './reporter.ts';
import { isSame, RowDigest, type PartDigest } from './row-digest.ts';

const SHOWN = 200;

/** The rows of a part as lines of JSON; `digest` sees them pass. */
async function* lines(view: ContentsView, part: Part, digest: RowDigest): AsyncGenerator<string> {
  for await (const rows of view.read(part)) {
    const texts = rows.map((row) => JSON.stringify(row));
    digest.addLines(texts);
    yield* texts;
  }
}

interface Compared {
  readonly digests: readonly [PartDigest, PartDigest];
  /** The first rows that differ, null where they end; undefined when none do. */
  readonly first: { readonly row: number; readonly lines: readonly [string | null, string | null] } | undefined;
}

async function compare(a: ContentsView, b: ContentsView, part: Part, reporter: Reporter): Promise<Compared> {
  const digests = [new RowDigest(), new RowDigest()] as const;
  const [left, right] = [lines(a, part, digests[0]), lines(b, part, digests[1])];
  const steps = await reporter.follow('比较', part, a);
  let first: Compared['first'];
  for (let row = 1; ; row += 1) {
    const [one, other] = await Promise.all([left.next(), right.next()]);
    if (one.done && other.done) break;
    if (first === undefined && one.value !== other.value) first = { row, lines: [one.value ?? null, other.value ?? null] };
    if (row % 10_000 === 0) steps.rows(row);
  }
  steps.end();
  return { digests: [digests[0].end(), digests[1].end()], first };
}

const shorten = (line: string | null): string => (line === null ? '（没有这一行）' : line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line);

/** Compares two stores part by part, a line each; says whether they are the same. */
export async function verify(a: ContentsView, b: ContentsView, reporter: Reporter): Promise<boolean> {
  const isOneHistory = a.epoch === b.epoch;
  reporter.say(isOneHistory ? `历史 ${a.epoch}  相同` : `历史不同：甲 ${a.epoch}，乙 ${b.epoch}`);
  let isAllSame = isOneHistory;
  for (const part of PARTS) {
    const { digests: [left, right], first } = await compare(a, b, part, reporter);
    isAllSame &&= isSame(left, right);
    reporter.say(partLine(part, left, isSame(left, right) ? '相同' : '不同'));
    if (first) reporter.say(`  乙 ${right.rows} 行  sha256 ${right.sha256}\n  第一处不同在第 ${first.row} 行\n    甲 ${shorten(first.lines[0])}\n    乙 ${shorten(first.lines[1])}`);
  }
  return isAllSame;
}
