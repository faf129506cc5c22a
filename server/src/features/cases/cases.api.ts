import { asId, dateKey, ok, refuse, type CaseId, type Refusal, type Result } from '@wangge/shared/base';
import { decideCase, decideReport, evolveCase, hasLostOrder, joinReport, type Case, type CaseAction, type CaseCommand, type CaseEvent, type DecideContext, type Reporter } from '@wangge/shared/case';
import type { Actor } from '@wangge/shared/access';
import { townCodeOf, type Platform } from '@wangge/shared/district';
import { newUuid } from '../../platform/ids.ts';
import type { IdempotencyRecord, StoredEvent, StreamAppend } from '../../store/event-store.ts';
import { deedOf, isSameDeed } from '../../ledger/deed.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { CaseBook } from './case-book.ts';

/** Letter of the platform within a case number; one made up in a drill (演练) has its own. */
const LETTER: Readonly<Record<Platform | 'drill', string>> = { order: 'Z', market: 'S', enforcement: 'E', service: 'B', drill: 'Y' };

/** A report as a door hands it in, checked in form: the place already WGS-84, the type a code of the table. */
export interface ReportInput {
  readonly typeCode: string;
  readonly description: string;
  readonly source: string;
  readonly externalNo: string | null;
  readonly lngLat: readonly [number, number];
  readonly address: string;
  readonly reporter: Reporter;
  readonly photos: readonly string[];
  readonly voiceNotes?: readonly string[];
  /** 自处置上报 by a grid worker: then `photos` show the place before, `afterPhotos` after. */
  readonly isSelfHandled?: boolean;
  readonly afterPhotos?: readonly string[];
  /** The drill (演练) that whoever reports makes it up for. */
  readonly drillId?: string;
  /** Where the request came from. */
  readonly ip?: string;
}

/** One report that was refused, by its place in the batch. */
export interface RefusedReport {
  readonly index: number;
  readonly refusal: Refusal;
}

export interface ReportOutcome {
  readonly cases: readonly Case[];
  readonly refused: readonly RefusedReport[];
}

/** The key of a command, and what the person said with it, before anything was added. */
export interface CommandKey {
  readonly commandId: string;
  readonly said: object;
}

/** How a door remembers what it answered; `answerOf` is called once with what came out, before it is written. */
export interface Remember {
  readonly scope: string;
  readonly key: string;
  readonly bodyHash: string;
  answerOf(outcome: ReportOutcome): string;
}

export type ReportAnswer =
  | { readonly kind: 'done'; readonly outcome: ReportOutcome; readonly answer: string }
  | { readonly kind: 'repeated'; readonly record: IdempotencyRecord };

/** What another feature has to say when a case moves. */
export interface CaseCompanion {
  /** Names of those who still owe the case something, so that it can be neither passed nor closed. */
  openSupports(id: CaseId): readonly string[];
  /** Events of other objects that are written together with this one, or not at all. */
  alsoWith(item: Case, event: CaseEvent): readonly StreamAppend[];
}

/** The one way by which cases come into being and move. Every answer is durable when it is given. */
export interface CasesApi {
  get(id: CaseId): Case | undefined;
  /** As `get`, and looks whether another node knows one that this one does not, or one that is as it was `expected`. */
  find(id: CaseId, isExpected?: (item: Case) => boolean): Promise<Case | undefined>;
  all(): IterableIterator<Case>;
  /** What a decision looks at, with all that its companions say; types are those the case was reported under, without a case those in force. */
  context(now: number, item?: Pick<Case, 'typesVersion'>): DecideContext;
  accompany(companion: CaseCompanion): void;
  history(id: CaseId): Promise<readonly StoredEvent<CaseEvent>[]>;
  /** Takes reports together; those that can't be taken are listed and the rest go in. `at` is the instant they count from. */
  report(inputs: readonly ReportInput[], actor: Actor, at: number, remember?: Remember): Promise<ReportAnswer>;
  /** The first event of a case that is written together with something else, as when a draft is handed in. */
  prepareReport(input: ReportInput, actor: Actor, at: number): Promise<Result<CaseEvent>>;
  /** What is written when these events of a case are: its own stream, and what its companions add; an object that two of the events end is ended by the first. */
  streamsWith(item: Case, events: readonly CaseEvent[]): readonly StreamAppend[];
  /** Carries out one command. A repeated key has no second effect and answers how the case stands; with anything else it is refused. */
  command(id: CaseId, command: CaseCommand, at: number, key?: CommandKey): Promise<Result<{ readonly item: Case; readonly seq: number }>>;
  /** What a command would write now: for the act of another object that causes it and writes it as its own. */
  prepare(id: CaseId, command: CaseCommand, at: number): Result<readonly StreamAppend[]>;
}

/** `isDrillOpen`: whether a drill runs now where a code lies; none does unless told. */
export function createCasesApi(book: CaseBook, ledger: Ledger, district: DistrictApi, isDrillOpen: (drillId: string, code: string, now: number) => boolean = () => false): CasesApi {
  const companions: CaseCompanion[] = [];
  const context: CasesApi['context'] = (now, item) =>
    ({ ...district.decideContext(now, item?.typesVersion), openSupports: (id) => companions.flatMap((companion) => companion.openSupports(id)) });

  async function report(inputs: readonly ReportInput[], actor: Actor, at: number, remember?: Remember): Promise<ReportAnswer> {
    const known = remember ? await ledger.wasDone(remember.scope, remember.key) : null;
    if (known) return { kind: 'repeated', record: known };
    const refused: RefusedReport[] = [];
    const opened: { stream: CaseId; event: CaseEvent }[] = [];
    const next = await takeNumbers(inputs, at);
    inputs.forEach((input, index) => {
      const event = openCase(input, actor, at, next);
      if (event.ok) opened.push({ stream: event.value.facts!.id, event: event.value });
      else refused.push({ index, refusal: event.error });
    });
    const outcome: ReportOutcome = { cases: opened.map(({ event }) => evolveCase(null, event)), refused };
    const answer = remember?.answerOf(outcome) ?? '';
    // What came to nothing leaves its key free: the same report may be taken when the list, the place or the drill is another.
    if (opened.length === 0) return { kind: 'done', outcome, answer };
    const record = remember && { scope: remember.scope, key: remember.key, bodyHash: remember.bodyHash, answer };
    const appended = await ledger.append(opened.map(({ stream, event }) => ({ stream, expectedRevision: 0, events: [event] })), record);
    if (appended.kind === 'repeated') return { kind: 'repeated', record: appended.record };
    if (appended.kind === 'conflict') throw new Error(`new stream ${appended.stream} already exists`);
    return { kind: 'done', outcome, answer };
  }

  function openCase(input: ReportInput, actor: Actor, at: number, next: Map<string, number>): Result<CaseEvent> {
    const context = district.decideContext(at);
    const lacking = selfHandledLack(input, actor);
    if (lacking) return { ok: false, error: lacking };
    const type = context.typeOf(input.typeCode);
    if (!type) return refuse('CASE_TYPE_UNKNOWN', { field: 'typeCode', detail: input.typeCode });
    const place = district.placeOf(input.lngLat);
    if (!place) return refuse('CASE_OUTSIDE_DISTRICT', { field: 'lngLat' });
    const { drillId } = input;
    if (drillId !== undefined && (actor.role === 'channel' || !isDrillOpen(drillId, place.gridCode, at))) return refuse('DRILL_NOT_OPEN', { field: 'drillId', rule: 'DR3' });
    const town = townCodeOf(place.villageCode);
    const counter = counterOf(town, input, at);
    const serial = next.get(counter)!;
    next.set(counter, serial + 1);
    const facts = {
      id: asId<CaseId>(newUuid()), no: caseNo(town, drillId === undefined ? type.platform : 'drill', at, serial), type, typesVersion: district.current().caseTypesVersion,
      description: input.description, source: input.source, externalNo: input.externalNo, lngLat: input.lngLat, address: input.address,
      villageCode: place.villageCode, gridCode: place.gridCode, reporter: input.reporter, photos: input.photos,
      ...(input.voiceNotes?.length ? { voiceNotes: input.voiceNotes } : {}), ...(input.afterPhotos ? { afterPhotos: input.afterPhotos } : {}), ...(drillId === undefined ? {} : { drillId }),
    };
    return ok(decideReport(facts, actor, context, input.isSelfHandled, input.ip));
  }

  /** The next free case number of each township that is reported from, drills apart; as many are taken as there are reports from it. */
  async function takeNumbers(inputs: readonly ReportInput[], at: number): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const input of inputs) {
      const place = district.placeOf(input.lngLat);
      const counter = place && counterOf(townCodeOf(place.villageCode), input, at);
      if (counter) counts.set(counter, (counts.get(counter) ?? 0) + 1);
    }
    const next = new Map<string, number>();
    for (const [counter, count] of counts) next.set(counter, await ledger.takeSerials(counter, count));
    return next;
  }

  function prepare(id: CaseId, wish: CaseCommand, at: number): Result<readonly StreamAppend[]> {
    const item = book.get(id);
    if (!item) return refuse('CASE_NOT_FOUND');
    const parent = wish.action === 'merge' && wish.payload.parentCaseId ? book.get(wish.payload.parentCaseId) : undefined;
    const decided = decideCase(item, wish, { ...context(at, item), parent });
    if (!decided.ok) return decided;
    const joined = parent ? [{ stream: parent.id, expectedRevision: parent.revision, events: [joinReport(parent, item, decided.value)] }] : [];
    const [own, ...also] = streamsWith(item, [decided.value]);
    return ok([...(own ? [own] : []), ...joined, ...also]);
  }

  async function command(id: CaseId, wish: CaseCommand, at: number, key?: CommandKey): Promise<Result<{ item: Case; seq: number }>> {
    const known = key ? await ledger.wasDone('command', key.commandId) : null;
    if (key && known) return repeated(id, wish.action, key, known);
    // Who saw a newer state than this node holds saw it at another.
    if (wish.expectedRevision > (book.get(id)?.revision ?? 0)) await ledger.catchUp();
    const prepared = prepare(id, wish, at);
    if (!prepared.ok) return prepared;
    const record = key && { scope: 'command', key: key.commandId, bodyHash: deedOf(id, wish.action, key.said), answer: '' };
    const appended = await ledger.append(prepared.value, record);
    if (appended.kind === 'repeated') return repeated(id, wish.action, key!, appended.record);
    if (appended.kind === 'conflict') return hasLostOrder(book.get(id)!, wish.actor) ? refuse('ORDER_PASSED_ON', { rule: 'AK7' }) : refuse('CASE_REVISION_CONFLICT', { rule: 'CL5' });
    return ok({ item: book.get(id)!, seq: appended.events[0]!.seq });
  }

  function streamsWith(item: Case, events: readonly CaseEvent[]): readonly StreamAppend[] {
    let current = item;
    const also = events.flatMap((event) => {
      const added = companions.flatMap((companion) => companion.alsoWith(current, event));
      current = evolveCase(current, event);
      return added;
    });
    const first = also.filter(({ stream }, i) => also.findIndex((other) => other.stream === stream) === i);
    return [{ stream: item.id, expectedRevision: item.revision, events }, ...first];
  }

  function repeated(id: CaseId, action: CaseAction, { said }: CommandKey, known: IdempotencyRecord): Result<{ item: Case; seq: number }> {
    if (!isSameDeed(known, id, action, said)) return refuse('IDEMPOTENCY_KEY_REUSED');
    const item = book.get(id);
    return item ? ok({ item, seq: book.lastSeq }) : refuse('CASE_NOT_FOUND');
  }

  return {
    get: (id) => book.get(id),
    async find(id, isExpected = () => true) {
      const known = book.get(id);
      if (!known || !isExpected(known)) await ledger.catchUp();
      return book.get(id);
    },
    all: () => book.all(), context, accompany: (companion) => void companions.push(companion), report, command, prepare, streamsWith,
    history: async (id) => (await ledger.history(id)) as readonly StoredEvent<CaseEvent>[],
    prepareReport: async (input, actor, at) => openCase(input, actor, at, await takeNumbers([input], at)),
  };
}

/** 自处置: only by a grid worker, with photos from before and after. */
function selfHandledLack({ isSelfHandled, photos, afterPhotos = [] }: ReportInput, actor: Actor): Refusal | null {
  if (!isSelfHandled) return null;
  if (actor.role !== 'grid-worker') return { code: 'ACTION_FORBIDDEN', rule: 'CL29' };
  const field = photos.length === 0 ? 'photos' : afterPhotos.length === 0 ? 'afterPhotos' : null;
  return field ? { code: 'CASE_FIELD_REQUIRED', field, rule: 'CL29' } : null;
}

/** Where the serials of a township's day are counted. */
function counterOf(townCode: string, { drillId }: ReportInput, at: number): string {
  return `case-no/${townCode}/${dateKey(at)}${drillId === undefined ? '' : '/drill'}`;
}

/** 案件编号: township code, letter of the platform or of a drill, day, serial of the day. */
export function caseNo(townCode: string, platform: Platform | 'drill', at: number, serial: number): string {
  return `${townCode}-${LETTER[platform]}-${dateKey(at).replaceAll('-', '')}-${String(serial).padStart(4, '0')}`;
}
