import type { ContentsView, Part } from '../../store/contents.ts';
import { Progress, type Screen } from '../progress.ts';
import { padName, PART_NAMES } from './part-names.ts';
import type { PartDigest } from './row-digest.ts';

const PERIOD_ROWS = 500_000;

/** Where a command says how far it is and what it found. */
export interface Reporter {
  say(line: string): void;
  /** Follows one step through a part: how many rows are done. */
  follow(step: string, part: Part, view: ContentsView): Promise<{ rows(done: number): void; end(): void }>;
}

/** Lines on `out`, bars on `screen`; where the number of rows is not known, a line now and then. */
export function createReporter(out: Screen, screen: Screen, now: () => number): Reporter {
  return {
    say: (line) => void out.write(`${line}\n`),
    async follow(step, part, view) {
      const total = await view.count(part);
      const title = `${step} ${PART_NAMES[part]}`;
      const progress = new Progress(screen, now);
      let told = 0;
      return {
        rows(done) {
          if (total !== null) progress.set(title, Math.min(done, total), total);
          else if (done - told >= PERIOD_ROWS) {
            told = done;
            screen.write(`${title} ${done}\n`);
          }
        },
        end: () => progress.end(),
      };
    },
  };
}

/** A part with its rows, its hash and what there is to say of it. */
export function partLine(part: Part, { rows, sha256 }: PartDigest, remark: string): string {
  return `${padName(part)} ${rows.toLocaleString('en-US').padStart(12)} 行  sha256 ${sha256}  ${remark}`;
}

/** How fast rows went. */
export function speedOf(rows: number, tookMs: number): string {
  return `${Math.round((1_000 * rows) / Math.max(1, tookMs)).toLocaleString('en-US')} 行/秒`;
}
