import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import type { AttachmentStore } from '@wangge/server/store/attachment-store';
import { chain, genesisOf } from '@wangge/server/store/audit-chain';
import type { AuditStore } from '@wangge/server/store/audit-store';
import { PARTS, type Part, type Row, type StoreContents } from '@wangge/server/store/contents';
import type { DocumentStore } from '@wangge/server/store/document-store';
import type { EventStore } from '@wangge/server/store/event-store';
import type { TrackStore } from '@wangge/server/store/track-store';
import { PLAIN_EVENT } from '../support/plain-event.ts';
import type { StorePlace } from '../support/store-place.ts';
import { deed } from './audit-store.contract.ts';

/** A store with all its ports. */
export interface WholeStore {
  readonly contents: StoreContents;
  readonly events: EventStore;
  readonly documents: DocumentStore;
  readonly attachments: AttachmentStore;
  readonly tracks: TrackStore;
  readonly audit: AuditStore;
}

const AT = Date.UTC(2026, 2, 15, 1);
const BODY = JSON.stringify(PLAIN_EVENT);
const key = (name: string) => ({ scope: 'test', key: name, bodyHash: `h-${name}`, answer: `a-${name}` });
const fix = (unit: string, second: number): PositionFix => ({ unitId: asId<UnitId>(unit), at: AT + 1_000 * second, lng: 120.123_456_7, lat: -31.5, speedKmh: 23.4, headingDeg: 90, accuracyM: null });
const eventRow = (seq: number, stream: string, revision: number): Row => [seq, stream, revision, PLAIN_EVENT.type, PLAIN_EVENT.at, BODY];

const DEEDS = [deed(1), deed(2, { code: 'CASE_NOT_FOUND', unitId: null })];
/** The audit log of a history: its hashes begin with the epoch. */
const auditOf = (epoch: string): Row[] => chain({ seq: 0, hash: genesisOf(epoch) }, DEEDS).map(({ seq, at, actorId, actorName, role, unitId, address, action, object, result, code, detail, hash }) => (
  [seq, at, actorId, actorName, role, unitId, address, action, object, result, code, detail, hash]));

/** What is put through the ports, and how every store shows it. */
const ROWS: Readonly<Record<Part, readonly Row[]>> = {
  events: [eventRow(1, 'a', 1), eventRow(2, 'b', 1), eventRow(3, 'a', 2)],
  keys: [['test', '9', 'h-9', 'a-9'], ['test', '中', 'h-中', 'a-中']],
  serials: [['2026-03-14', 3], ['2026-03-15', 5]],
  documents: [['account', 'B', '{"n":1}'], ['account', 'a', '"字\\u0000"'], ['account', '中', '3'], ['list/types', '1', '[]']],
  attachments: [['photo-1', 'image/webp', AT, 'p-1', 'AAH/'], ['photo-2', 'image/png', AT + 1, 'p-2', '']],
  tracks: [0, 1, 4_000].map((second): Row => ['unit-1', AT + 1_000 * second, 1_201_234_567, -315_000_000, 234, 90, null]).concat([['unit-10', AT, 1_201_234_567, -315_000_000, 234, 90, null]]),
  audit: auditOf('epoch-1'),
};

async function fill({ events, documents, attachments, tracks, audit }: WholeStore): Promise<void> {
  await events.append([{ stream: 'a', expectedRevision: 0, events: [PLAIN_EVENT] }, { stream: 'b', expectedRevision: 0, events: [PLAIN_EVENT] }], key('9'));
  await events.append([{ stream: 'a', expectedRevision: 1, events: [PLAIN_EVENT] }], key('中'));
  await events.takeSerials('2026-03-15', 1);
  await events.takeSerials('2026-03-15', 4);
  await events.takeSerials('2026-03-14', 3);
  await documents.put('list/types', '1', []);
  await documents.put('account', 'a', '字\u0000');
  await documents.put('account', '中', 3);
  await documents.put('account', 'B', { n: 1 });
  await attachments.add({ id: 'photo-2', mediaType: 'image/png', bytes: Buffer.from(''), addedAt: AT + 1, addedBy: 'p-2' });
  await attachments.add({ id: 'photo-1', mediaType: 'image/webp', bytes: Buffer.from([0, 1, 255]), addedAt: AT, addedBy: 'p-1' });
  await tracks.appendFixes([fix('unit-10', 0), fix('unit-1', 4_000), fix('unit-1', 1)]);
  await tracks.appendFixes([fix('unit-1', 0), { ...fix('unit-1', 1), lng: 1 }]);
  await audit.append(DEEDS);
}

async function rowsOf(contents: StoreContents, part: Part): Promise<Row[]> {
  const view = await contents.view();
  const rows: Row[] = [];
  for await (const batch of view.read(part)) rows.push(...batch);
  await view.release();
  return rows;
}

async function everything(contents: StoreContents): Promise<Record<string, Row[]>> {
  const all: Record<string, Row[]> = {};
  for (const part of PARTS) all[part] = await rowsOf(contents, part);
  return all;
}

/** What the contents of every store promise. */
export function contentsContract(name: string, makePlace: () => StorePlace<WholeStore>): void {
  describe(`contents: ${name}`, () => {
    let place: StorePlace<WholeStore>;
    let store: WholeStore;

    beforeEach(async () => {
      place = makePlace();
      store = await place.open();
    });
    afterEach(() => place.close());

    async function carryAll(): Promise<void> {
      await store.contents.begin('epoch-1');
      for (const part of PARTS) await store.contents.write(part, ROWS[part]);
      await store.contents.finish();
    }

    it('[SC1] shows everything that was put through the ports as the same rows in the same order', async () => {
      await fill(store);
      expect(await everything((await place.open()).contents)).toEqual({ ...ROWS, audit: auditOf(store.events.epoch) });
      const view = await store.contents.view();
      expect([view.epoch, await view.count('events'), await view.count('documents'), await view.count('attachments')]).toEqual([store.events.epoch, 3, 4, 2]);
      await view.release();
    });

    it('[SC2] gives back what was carried in, in order of bytes, and goes on as the store it came from would', async () => {
      await carryAll();
      const { contents, events, documents, attachments, tracks, audit } = await place.open();
      expect(await everything(contents)).toEqual(ROWS);
      await audit.append([deed(3)]);
      expect(await audit.verify()).toMatchObject({ checked: 3, broken: null });
      expect([events.epoch, await events.lastSeq(), await contents.isUnfinished()]).toEqual(['epoch-1', 3, false]);
      expect((await events.readSince(1, 10)).map(({ seq, stream, revision, event }) => [seq, stream, revision, event])).toEqual([[2, 'b', 1, PLAIN_EVENT], [3, 'a', 2, PLAIN_EVENT]]);
      expect((await events.readStream('a')).map(({ revision }) => revision)).toEqual([1, 2]);
      expect(await events.findIdempotent('test', '中')).toEqual(key('中'));
      expect(await events.append([{ stream: 'c', expectedRevision: 0, events: [PLAIN_EVENT] }], key('9'))).toEqual({ kind: 'repeated', record: key('9') });
      expect(await events.append([{ stream: 'a', expectedRevision: 1, events: [PLAIN_EVENT] }])).toEqual({ kind: 'conflict', stream: 'a' });
      expect(await events.append([{ stream: 'a', expectedRevision: 2, events: [PLAIN_EVENT] }], key('new'))).toMatchObject({ kind: 'appended', events: [{ seq: 4, revision: 3 }] });
      expect([await events.takeSerials('2026-03-15', 2), await events.takeSerials('2026-03-15', 1), await events.takeSerials('another', 1)]).toEqual([6, 8, 1]);
      expect(await documents.list('account')).toEqual([{ id: 'B', value: { n: 1 } }, { id: 'a', value: '字\u0000' }, { id: '中', value: 3 }]);
      expect((await attachments.find('photo-1'))?.bytes).toEqual(Buffer.from([0, 1, 255]));
      expect(await tracks.readTrack(asId<UnitId>('unit-1'), AT, AT + 9_000_000)).toEqual([0, 1, 4_000].map((second) => fix('unit-1', second)));
      expect((await tracks.lastFixes()).toSorted((a, b) => a.unitId.localeCompare(b.unitId))).toEqual([fix('unit-1', 4_000), fix('unit-10', 0)]);
      expect((await rowsOf(contents, 'keys')).map(([, text]) => text)).toEqual(['9', 'new', '中']);
    });

    it('[SC3] takes in one history from its beginning to its end, and nothing beside what is there', async () => {
      expect(await store.contents.begin('epoch-1')).toBe('begun');
      await store.contents.write('events', ROWS.events.slice(0, 2));
      const again = await place.open();
      expect(await again.contents.isUnfinished()).toBe(true);
      expect(await again.contents.begin('epoch-2')).toBe('occupied');
      expect(await again.contents.begin('epoch-1')).toBe('goes-on');
      expect([await again.contents.last('events'), await again.contents.last('keys')]).toEqual([ROWS.events[1], null]);
      await again.contents.write('events', ROWS.events.slice(2));
      await again.contents.finish();
      expect(await again.contents.begin('epoch-1')).toBe('occupied');
      expect(await rowsOf(again.contents, 'events')).toEqual(ROWS.events);
    });

    it('[SC3] refuses a store that only keeps a document', async () => {
      await store.documents.put('account', 'a', 1);
      expect(await store.contents.begin('epoch-1')).toBe('occupied');
      expect(await rowsOf(store.contents, 'documents')).toEqual([['account', 'a', '1']]);
    });

    it('[SC4] is none the worse for rows that come again, and knows the last of each part', async () => {
      await carryAll();
      const { contents } = await place.open();
      for (const part of PARTS) {
        await contents.write(part, ROWS[part].slice(0, 1));
        await contents.write(part, ROWS[part]);
      }
      expect(await everything(contents)).toEqual(ROWS);
      for (const part of PARTS) expect(await contents.last(part)).toEqual(ROWS[part].at(-1));
    });
  });
}
