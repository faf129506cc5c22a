import type { Actor } from '@wangge/shared/access';
import { ok, refuse, type CaseId, type Result } from '@wangge/shared/base';
import { isFields, type Connector, type Fields, type LetterAction, type LetterRow, type Topic, type Value } from '@wangge/shared/connector';
import type { Delivered } from './deliver-record.ts';
import { oneByOne } from '../../platform/one-by-one.ts';
import type { LetterBox } from './letter-box.ts';
import { readMessage } from './read-message.ts';
import type { Taken } from './connectors.api.ts';

/** What somebody wants done with a letter, and the revision they saw; `text` mends it, `reason` puts it aside. */
export interface LetterWish {
  readonly action: LetterAction;
  readonly expectedRevision: number;
  readonly commandId: string;
  readonly actor: Actor;
  readonly text?: string | undefined;
  readonly reason?: string | undefined;
}

export interface LetterDeskNeeds {
  readonly box: LetterBox;
  find(connectorId: string, now: number): Connector | undefined;
  deliver(connector: Connector, topic: Topic, record: Fields, now: number): Promise<Result<Delivered>>;
  /** Sends again what another system refused. */
  resend(connector: Connector, text: string): Promise<Came>;
  takeText(connector: Connector, topic: Topic, text: string, now: number): Promise<Result<Taken>>;
}

type Came = Result<{ readonly caseId: CaseId | null; readonly caseNo: string | null }>;

/** 死信处理: a letter goes through the same mapping again as it is or mended, or is put aside. What still can't be taken stays open with its new reason, and as it was mended. */
export function createLetterDesk({ box, find, deliver, resend, takeText }: LetterDeskNeeds): (id: string, wish: LetterWish, now: number) => Promise<Result<LetterRow>> {
  async function sendThrough({ connectorId, topic, isWhole }: LetterRow, text: string, now: number): Promise<Came> {
    const connector = find(connectorId, now);
    if (topic === 'progress') return connector?.out ? resend(connector, text) : refuse('CONNECTOR_UNKNOWN');
    if (!connector?.[topic]) return refuse('CONNECTOR_UNKNOWN');
    return isWhole ? wholeMessage(connector, topic, text, now) : oneRecord(connector, topic, text, now);
  }

  async function oneRecord(connector: Connector, topic: Topic, text: string, now: number): Promise<Came> {
    const record = parse(text);
    if (record === null) return refuse('CONNECTOR_MESSAGE_UNREADABLE', { detail: '应为一个 JSON 对象' });
    const done = await deliver(connector, topic, record, now);
    return done.ok ? ok({ caseId: done.value.id, caseNo: done.value.no }) : done;
  }

  /** A message in which every record can be read again goes its way: what of it can't be taken has letters of its own. */
  async function wholeMessage(connector: Connector, topic: Topic, text: string, now: number): Promise<Came> {
    const read = readMessage(text, connector, topic);
    if (!read.ok) return read;
    const broken = read.value.find((record) => !record.ok);
    if (broken && !broken.ok) return refuse('CONNECTOR_MESSAGE_UNREADABLE', { detail: `第 ${broken.line} 行 ${broken.reason}` });
    const done = await takeText(connector, topic, text, now);
    if (!done.ok) return done;
    const [first, ...others] = done.value.taken;
    return ok(first && others.length === 0 ? { caseId: first.id, caseNo: first.no } : { caseId: null, caseNo: null });
  }

  async function act(id: string, wish: LetterWish, now: number): Promise<Result<LetterRow>> {
    const seen = await box.get(id);
    if (!seen) return refuse('OBJECT_NOT_FOUND');
    if (seen.commandId === wish.commandId) return ok(seen);
    if (seen.state !== 'open') return refuse('LETTER_ENDED');
    if (seen.revision !== wish.expectedRevision) return refuse('OBJECT_REVISION_CONFLICT');
    const { commandId } = wish;
    const ended = { commandId, endedAt: now, endedBy: wish.actor.name };
    if (wish.action === 'discard') {
      if (!wish.reason) return refuse('OBJECT_FIELD_REQUIRED', { field: 'reason' });
      return ok(await box.change(id, { ...ended, state: 'discarded', reason: wish.reason }));
    }
    if (wish.action === 'mend' && !wish.text) return refuse('OBJECT_FIELD_REQUIRED', { field: 'text' });
    const text = wish.action === 'mend' ? wish.text! : await box.textOf(id);
    if (text === null) return refuse('OBJECT_NOT_FOUND');
    const came = await sendThrough(seen, text, now);
    if (came.ok) return ok(await box.change(id, { ...ended, ...came.value, state: 'taken' }));
    // A box that has no room takes nothing more, and the letter stays as it was.
    if (came.error.code === 'CONNECTOR_LETTERS_FULL') return came;
    return ok(await box.change(id, { commandId, refusal: came.error }, text));
  }

  // One after the other: of two who deal with the same letter the second sees what the first did.
  const inTurn = oneByOne();
  return (id, wish, now) => inTurn(() => act(id, wish, now));
}

function parse(text: string): Fields | null {
  try {
    const value = JSON.parse(text) as Value;
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}
