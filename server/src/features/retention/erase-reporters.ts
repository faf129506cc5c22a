import { createHash } from 'node:crypto';
import { DAY_MS, type CaseId } from '@wangge/shared/base';
import { reporterErased, withoutReporter, withoutWords, wordsOf, type Case } from '@wangge/shared/case';
import { isOpenState } from '@wangge/shared/district';
import type { Ledger } from '../../ledger/ledger.ts';
import type { AttachmentStore } from '../../store/attachment-store.ts';
import type { StoredEvent } from '../../store/event-store.ts';
import type { HistoryEraser } from '../../store/history-eraser.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import { SYSTEM } from './retain-cases.ts';
import type { RetentionRun, RetentionStep } from './retention-step.ts';

/** Reports of one person further apart are never looked at together. */
const SAME_REPORTER_MS = 366 * DAY_MS;

export interface EraseNeeds {
  readonly ledger: Pick<Ledger, 'append' | 'history'>;
  readonly feed: Pick<CaseFeed, 'get' | 'all'>;
  readonly eraser: HistoryEraser;
  readonly attachments: Pick<AttachmentStore, 'remove'>;
  /** Streams of other objects that speak of a case. */
  linkedStreams(caseId: string): readonly string[];
}

/** The sha256 over the rows of a stream, a line of JSON each, as they stand in a backup. */
export function digestOf(history: readonly StoredEvent[]): string {
  const lines = history.map(({ seq, stream, revision, event }) => `${JSON.stringify([seq, stream, revision, event.type, event.at, JSON.stringify(event)])}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** Ids of photos and voice notes anywhere in what happened. */
function photosIn(value: unknown, isPhoto = false): string[] {
  if (typeof value === 'string') return isPhoto ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => photosIn(one, Array.isArray(value) ? isPhoto : /(photos|voiceNotes)$/i.test(name)));
}

/**
 * 个人信息删除: takes who reported a case, and its photos, out of everything that is kept of it, case by case: first out of the
 * streams, then the photos, and last the event that says so, upon which every node forgets them too. Stopped in between, the next run does
 * the rest. No hash of what was before is kept: of a text that is known but for eleven digits, it would tell the digits.
 */
export function eraseReporters({ ledger, feed, eraser, attachments, linkedStreams }: EraseNeeds): RetentionStep {
  /** The case that answers for a report: a merged one is over when that is. */
  function holderOf(item: Case): Case {
    let holder = item;
    for (let next = item.mergedInto && feed.get(item.mergedInto); next; next = next.mergedInto && feed.get(next.mergedInto)) holder = next;
    return holder;
  }

  function isDue(item: Case, before: number): boolean {
    const { state, closedAt, stateSince } = holderOf(item);
    return item.reporter.erasedAt === undefined && !isOpenState(item.state) && !isOpenState(state) && (closedAt ?? stateSince) <= before;
  }

  /** Who else shows a photo or plays a voice note; cases that were erased show none. */
  function photoHolders(): Map<string, Set<CaseId>> {
    const holders = new Map<string, Set<CaseId>>();
    for (const { id, photos, voiceNotes = [], checkResult } of feed.all()) {
      for (const photo of [...photos, ...voiceNotes, ...(checkResult?.photos ?? [])]) holders.set(photo, (holders.get(photo) ?? new Set<CaseId>()).add(id));
    }
    return holders;
  }

  function byPhone(): Map<string, Case[]> {
    const reported = [...feed.all()].filter(({ reporter }) => reporter.phone !== null && reporter.erasedAt === undefined);
    return Map.groupBy(reported, ({ reporter }) => reporter.phone!);
  }

  async function erase(item: Case, photos: readonly string[], sameReporter: readonly CaseId[], { now, edition, tally }: RetentionRun): Promise<void> {
    const known = wordsOf([item, ...item.receipts.flatMap(({ caseId }) => feed.get(caseId) ?? [])].map(({ reporter }) => reporter));
    let rewritten = await eraser.rewrite(item.id, (event) => withoutReporter(event, known));
    if (known.length > 0) for (const stream of linkedStreams(item.id)) rewritten += await eraser.rewrite(stream, (event) => withoutWords(event, known));
    const deleted = await attachments.remove(photos);
    const history = await ledger.history(item.id);
    const event = reporterErased(item, now, SYSTEM, { edition, rewritten, events: history.length, sha256: digestOf(history), attachments: deleted, sameReporter });
    const outcome = await ledger.append([{ stream: item.id, expectedRevision: item.revision, events: [event] }]);
    tally.add('reportersErased', outcome.kind === 'appended' ? 1 : 0);
    tally.add('eventsRewritten', rewritten);
    tally.add('attachmentsDeleted', deleted);
  }

  return async (run) => {
    const due = [...feed.all()].filter((item) => isDue(item, run.now - run.policy.reporterDataMs));
    const [holders, reports] = due.length > 0 ? [photoHolders(), byPhone()] : [new Map<string, Set<CaseId>>(), new Map<string, Case[]>()];
    for (const [i, { id }] of due.entries()) {
      const item = feed.get(id)!;
      const cited = [...new Set((await ledger.history(id)).flatMap(({ event }) => photosIn(event)))];
      for (const photo of cited) holders.get(photo)?.delete(id);
      const photos = cited.filter((photo) => (holders.get(photo)?.size ?? 0) === 0);
      const others = (reports.get(item.reporter.phone ?? '') ?? []).filter((other) => other.id !== id && Math.abs(other.reportedAt - item.reportedAt) <= SAME_REPORTER_MS);
      const sameReporter = others.filter((other) => feed.get(other.id)?.reporter.erasedAt === undefined).map((other) => other.id);
      if (run.isDryRun) run.tally.add('reportersErased', 1);
      else await erase(item, photos, sameReporter, run);
      run.onProgress('reporters', i + 1, due.length);
      await run.rest();
    }
    if (!run.isDryRun) await eraser.settle();
  };
}
