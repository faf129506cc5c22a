import { describe, expect, it } from 'vitest';
import { asId, type RefusalCode } from '@wangge/shared/base';
import type { CaseAction } from '@wangge/shared/case';
import type { CaseDetail, OrderRow } from '@wangge/shared/wire';
import type { RestRefusal } from '../../link/rest.ts';
import type { CommandEntry, DeedEntry, KeptPhoto, OutboxEntry, ReportEntry } from './outbox-entry.ts';
import { createMemoryOutboxStorage, type OutboxStorage } from './outbox-storage.ts';
import type { OutboxTransport } from './outbox-transport.ts';
import { Outbox, type Delivered } from './outbox.ts';

const ME = 'person-1';
const ORDER: OrderRow = {
  teamId: asId('t1'), sentAt: 1_000, undoUntil: 11_000, deliveredAt: 1_100, seenAt: null, signedAt: null, departedAt: null, arrivedAt: null, doneAt: null, etaAt: null, route: [],
};

function detailAt(revision: number, actions: readonly CaseAction[], order: Partial<OrderRow> = {}): CaseDetail {
  return {
    row: {
      id: asId('c1'), no: '1', revision, state: 'handling', typeCode: 'E0408', matter: '架空线缆坠落', platform: 'enforcement', level: 'serious',
      urgency: 'critical', lngLat: [120.3, 31.8], villageCode: 'V1', gridCode: 'G1', source: 'hotline', reportedAt: 0, stateSince: 0, closedAt: null,
      closedOnTime: null, leadDepartmentId: null, clock: null, stepClock: null, order: { ...ORDER, ...order }, countyCall: null, supervision: 0, reworkCount: 0, isAuditSample: false,
    },
    description: '', address: '', externalNo: null, reporterName: null, reporterPhone: null, photos: [], voiceNotes: [], supportDepartmentIds: [], checkerId: null,
    checkResult: null, application: null, suspendedUntil: null, rounds: [], bounces: [], receipts: [], reopenAsks: [], toReach: null, mergedInto: null, isAuditSample: false, extensionNeedsForm: false, citable: [],
    returnCount: 0, extensionCount: 0, timeline: [], actions, readAt: 0,
  };
}

function command(id: string, action: CaseAction, more: Partial<CommandEntry> = {}): CommandEntry {
  return {
    kind: 'command', id, personId: ME, pressedAt: 2_000, matter: '架空线缆坠落', photoIds: [], attempts: 0, trouble: null, caseId: asId('c1'), action,
    expectedRevision: 5, payload: {}, ...more,
  };
}

function photo(id: string, personId = ME): KeptPhoto {
  return { id, personId, caseId: asId('c1'), takenAt: 2_000, image: new Blob([id]), attachmentId: null };
}

function refusal(code: RefusalCode | 'UNREACHABLE', status: number, current?: CaseDetail): RestRefusal {
  return { ok: false, code, status, field: null, detail: null, body: current ? { current } : null };
}

const NO_NET = refusal('UNREACHABLE', 0);

/** A server that holds one case: it demands the right revision and carries out each commandId once. */
function fakeServer(revision = 5) {
  const done: string[] = [];
  const server = {
    isUp: true, revision, done, uploads: 0, sent: [] as { action: string; expectedRevision: number; payload: unknown }[],
    answerInstead: null as RestRefusal | null, losesAnswers: false, deeds: [] as object[],
  };
  const transport: OutboxTransport = {
    async uploadPhoto() {
      if (!server.isUp) return NO_NET;
      server.uploads += 1;
      return { ok: true, value: { id: `att-${server.uploads}` } };
    },
    async sendCommand(_caseId, { action, expectedRevision, commandId, payload }) {
      if (!server.isUp) return NO_NET;
      server.sent.push({ action, expectedRevision, payload });
      if (server.answerInstead) return server.answerInstead;
      if (!done.includes(commandId)) {
        if (expectedRevision !== server.revision) return refusal('CASE_REVISION_CONFLICT', 409, detailAt(server.revision, ['depart', 'arrive', 'report-back']));
        done.push(commandId);
        server.revision += 1;
      }
      return server.losesAnswers ? NO_NET : { ok: true, value: { case: detailAt(server.revision, []), seq: 1 } };
    },
    async sendReport(_body, key) {
      if (!server.isUp) return NO_NET;
      done.push(key);
      return { ok: true, value: { id: asId('c9'), no: '9' } };
    },
    async sendDeed(_path, body) {
      if (!server.isUp) return NO_NET;
      server.deeds.push(body);
      if (server.answerInstead) return server.answerInstead;
      const { expectedRevision = server.revision } = body as { expectedRevision?: number };
      if (expectedRevision === server.revision) return { ok: true, value: {} };
      return { ...refusal('OBJECT_REVISION_CONFLICT', 409), body: { current: { revision: server.revision, allowed: ['serve'] } } };
    },
  };
  return { server, transport };
}

async function openOutbox(transport: OutboxTransport, storage: OutboxStorage = createMemoryOutboxStorage(), personId = ME) {
  const delivered: Delivered[] = [];
  const outbox = new Outbox({
    storage, transport, personId, unitId: 't1', now: () => 9_000, onChange: () => {}, onDelivered: (one) => delivered.push(one),
  });
  await outbox.open();
  return { outbox, delivered, storage };
}

describe('the outbox of a phone in the field', () => {
  it('[RL15] keeps what is pressed without a net and sends it in order, once, each on the revision of the one before', async () => {
    const { server, transport } = fakeServer();
    const { outbox, delivered } = await openOutbox(transport);
    server.isUp = false;
    for (const [id, action] of [['a', 'sign'], ['b', 'depart'], ['c', 'arrive']] as const) await outbox.add(command(id, action));
    expect(await outbox.flush()).toBe('unreachable');
    expect(outbox.entries().map((entry) => entry.id)).toEqual(['a', 'b', 'c']);

    server.isUp = true;
    expect(await outbox.flush()).toBe('empty');
    expect(server.sent.map((one) => [one.action, one.expectedRevision])).toEqual([['sign', 5], ['depart', 6], ['arrive', 7]]);
    expect(delivered.map((one) => [one.entry.id, one.how])).toEqual([['a', 'done'], ['b', 'done'], ['c', 'done']]);
    expect(outbox.entries()).toEqual([]);
  });

  it('[RL15] survives a closed browser, and leaves what another person pressed on this phone for that person', async () => {
    const { server, transport } = fakeServer();
    const { outbox, storage } = await openOutbox(transport);
    await outbox.keepPhoto(photo('p1'));
    await outbox.add(command('a', 'report-back', { photoIds: ['p1'], payload: { note: '已固定线缆' } }));

    const other = await openOutbox(transport, storage, 'person-2');
    expect(await other.outbox.flush()).toBe('empty');
    expect(server.sent).toEqual([]);

    const again = await openOutbox(transport, storage);
    expect(again.outbox.photos().map((kept) => kept.id)).toEqual(['p1']);
    await again.outbox.flush();
    expect(server.sent).toEqual([{ action: 'report-back', expectedRevision: 5, payload: { note: '已固定线缆', photos: ['att-1'] } }]);
    expect(await storage.readPhotos()).toEqual([]);
  });

  it('says what became of an entry before the page sees it gone, so that no order handed in is in hand again for a moment', async () => {
    const { transport } = fakeServer();
    const seen: string[] = [];
    const outbox: Outbox = new Outbox({
      storage: createMemoryOutboxStorage(), transport, personId: ME, unitId: 't1', now: () => 9_000,
      onChange: () => seen.push(`waits ${outbox.entries().length}`), onDelivered: ({ detail }) => seen.push(`revision ${detail?.row.revision}`),
    });
    await outbox.add(command('a', 'report-back'));
    await outbox.flush();
    expect(seen).toEqual(['waits 1', 'revision 6', 'waits 0']);
  });

  it('[PH6] sends a call for help before what was pressed earlier and still waits', async () => {
    const { server, transport } = fakeServer();
    const { outbox, delivered } = await openOutbox(transport);
    server.isUp = false;
    await outbox.add(command('a', 'sign'));
    await outbox.add(deed('sos', { isUrgent: true }));
    await outbox.flush();
    server.isUp = true;
    await outbox.flush();
    expect(delivered.map(({ entry }) => entry.id)).toEqual(['sos', 'a']);
  });

  it('uploads a photo once, though the words behind it had to wait', async () => {
    const { server, transport } = fakeServer();
    const { outbox } = await openOutbox(transport);
    await outbox.keepPhoto(photo('p1'));
    await outbox.add(command('a', 'report-back', { photoIds: ['p1'], payload: { note: '好' } }));
    server.answerInstead = NO_NET;
    expect(await outbox.flush()).toBe('unreachable');
    server.answerInstead = null;
    await outbox.flush();
    expect(server.uploads).toBe(1);
    expect(server.done).toEqual(['a']);
  });

  it('[RL15] does a thing once though the answer was lost on the way', async () => {
    const { server, transport } = fakeServer();
    const { outbox, delivered } = await openOutbox(transport);
    server.losesAnswers = true;
    await outbox.add(command('a', 'sign'));
    expect(await outbox.flush()).toBe('unreachable');
    server.losesAnswers = false;
    await outbox.flush();
    expect(server.revision).toBe(6);
    expect(delivered.map((one) => one.how)).toEqual(['done']);
  });

  it('sends once where two flushes run into each other', async () => {
    const { server, transport } = fakeServer();
    const { outbox } = await openOutbox(transport);
    await outbox.add(command('a', 'sign'));
    expect(await Promise.all([outbox.flush(), outbox.flush()])).toEqual(['empty', 'empty']);
    expect(server.sent).toHaveLength(1);
  });

  it('reads the case anew after a conflict and says so where the action still fits', async () => {
    const { server, transport } = fakeServer(8);
    const { outbox, delivered } = await openOutbox(transport);
    await outbox.add(command('a', 'depart'));
    await outbox.flush();
    expect(server.sent.map((one) => one.expectedRevision)).toEqual([5, 8]);
    expect(delivered).toMatchObject([{ how: 'rebased', detail: { row: { revision: 9 } } }]);
  });

  it('[AK7] tells a late signature that the order went to another team, also when that team has signed', async () => {
    const { server, transport } = fakeServer();
    const { outbox, delivered } = await openOutbox(transport);
    server.answerInstead = refusal('ORDER_PASSED_ON', 409, detailAt(9, [], { teamId: asId('t2'), seenAt: 1_400, signedAt: 1_500 }));
    await outbox.add(command('a', 'see'));
    await outbox.add(command('b', 'sign'));
    expect(await outbox.flush()).toBe('empty');
    expect(delivered.map((one) => [one.entry.id, one.how, one.refusal?.code])).toEqual([['a', 'refused', 'ORDER_PASSED_ON'], ['b', 'refused', 'ORDER_PASSED_ON']]);
  });

  it('drops what a squad mate has done already, but never words or photos', async () => {
    const { server, transport } = fakeServer();
    const { outbox, delivered } = await openOutbox(transport);
    const current = detailAt(9, ['depart'], { signedAt: 1_500, doneAt: 1_900 });
    server.answerInstead = refusal('CASE_ACTION_NOT_IN_STATE', 409, current);
    await outbox.add(command('a', 'sign'));
    await outbox.add(command('b', 'report-back', { payload: { note: '好' } }));
    expect(await outbox.flush()).toBe('empty');
    expect(delivered.map((one) => [one.entry.id, one.how])).toEqual([['a', 'settled']]);
    expect(outbox.entries()).toMatchObject([{ id: 'b', trouble: { code: 'CASE_ACTION_NOT_IN_STATE', state: 'handling' } }]);
  });

  it('keeps a refused entry with its photos until the person decides, and lets the others pass', async () => {
    const { server, transport } = fakeServer();
    const { outbox, storage } = await openOutbox(transport);
    await outbox.keepPhoto(photo('p1'));
    server.answerInstead = refusal('CASE_NOT_FOUND', 404);
    await outbox.add(command('a', 'report-back', { photoIds: ['p1'], payload: { note: '好' } }));
    await outbox.flush();
    server.answerInstead = null;
    await outbox.add(report('r'));
    await outbox.flush();
    expect(outbox.entries().map((entry) => entry.id)).toEqual(['a']);
    expect(await storage.readPhotos()).toHaveLength(1);

    await outbox.retry('a');
    await outbox.flush();
    expect(server.done).toEqual(['r', 'a']);
    expect(await storage.readPhotos()).toEqual([]);
  });

  it('tells of a refused press that held neither words nor photos, and forgets it', async () => {
    const { server, transport } = fakeServer();
    const { outbox, delivered } = await openOutbox(transport);
    server.answerInstead = refusal('CASE_NOT_FOUND', 404);
    await outbox.add(command('a', 'arrive', { payload: { lngLat: [120.3, 31.8] } }));
    await outbox.add(command('b', 'ask-room', { payload: { note: '要增援' } }));
    expect(await outbox.flush()).toBe('empty');
    expect(delivered.map((one) => [one.entry.id, one.how, one.refusal?.code])).toEqual([['a', 'refused', 'CASE_NOT_FOUND']]);
    expect(outbox.entries().map((entry) => entry.id)).toEqual(['b']);
  });

  it('forgets a refused entry and its photos only by the person\'s wish', async () => {
    const { server, transport } = fakeServer();
    const { outbox, storage } = await openOutbox(transport);
    await outbox.keepPhoto(photo('p1'));
    await outbox.add(command('a', 'report-back', { photoIds: ['p1'] }));
    server.answerInstead = refusal('CASE_NOT_YOUR_UNIT', 403);
    await outbox.flush();
    await outbox.discard('a');
    expect([await storage.readEntries(), await storage.readPhotos()]).toEqual([[], []]);
  });

  it('waits for a sign-in and for a server that is busy, and gives a failing one up only after some tries', async () => {
    const { server, transport } = fakeServer();
    const { outbox } = await openOutbox(transport);
    await outbox.add(command('a', 'sign'));
    server.answerInstead = refusal('NOT_SIGNED_IN', 401);
    expect(await outbox.flush()).toBe('signed-out');
    server.answerInstead = refusal('STORE_UNAVAILABLE', 503);
    for (let n = 0; n < 10; n += 1) expect(await outbox.flush()).toBe('not-taken');
    expect(outbox.entries()).toMatchObject([{ trouble: null, attempts: 0 }]);
    server.answerInstead = refusal('INTERNAL_FAULT', 500);
    for (let n = 0; n < 5; n += 1) expect(await outbox.flush()).toBe('not-taken');
    expect(await outbox.flush()).toBe('empty');
    expect(outbox.entries()).toMatchObject([{ trouble: { code: 'INTERNAL_FAULT' } }]);
  });

  it('tells of what was put right on the spot with the photos from before and after apart', async () => {
    const { server, transport } = fakeServer();
    const bodies: object[] = [];
    const { outbox } = await openOutbox({ ...transport, sendReport: (body, key) => { bodies.push(body); return transport.sendReport(body, key); } });
    for (const id of ['before', 'after']) await outbox.keepPhoto(photo(id));
    await outbox.add({
      kind: 'report', id: 'r', personId: ME, pressedAt: 2_000, matter: '暴露垃圾', photoIds: ['before', 'after'], afterPhotoIds: ['after'], attempts: 0, trouble: null,
      report: { typeCode: 'E0106', description: '已清理', lng: 120.3, lat: 31.8, address: '' },
    });
    await outbox.flush();
    expect(bodies).toMatchObject([{ photos: ['att-1'], isSelfHandled: true, afterPhotos: ['att-2'] }]);
    expect(server.done).toEqual(['r']);
    expect(outbox.photos()).toEqual([]);
  });

  it('[VN1] sends voice notes before the report that names them, apart from its photos', async () => {
    const { server, transport } = fakeServer();
    const bodies: object[] = [];
    const { outbox } = await openOutbox({ ...transport, sendReport: (body, key) => { bodies.push(body); return transport.sendReport(body, key); } });
    for (const id of ['seen', 'said']) await outbox.keepPhoto(photo(id));
    await outbox.add({
      kind: 'report', id: 'r', personId: ME, pressedAt: 2_000, matter: '暴露垃圾', photoIds: ['seen', 'said'], voiceIds: ['said'], attempts: 0, trouble: null,
      report: { typeCode: 'E0106', description: '（见语音）', lng: 120.3, lat: 31.8, address: '' },
    });
    await outbox.flush();
    expect(bodies).toMatchObject([{ photos: ['att-1'], voiceNotes: ['att-2'] }]);
    expect([server.done, outbox.photos()]).toEqual([['r'], []]);
  });

  it('says when a thing was really done, where that was long before it could be sent', async () => {
    const { server, transport } = fakeServer();
    const { outbox } = await openOutbox(transport);
    await outbox.add(command('a', 'sign', { pressedAt: -100_000 }));
    await outbox.flush();
    expect(server.sent[0]?.payload).toEqual({ doneAt: -100_000, seenRevision: 5 });
  });
});

function deed(id: string, more: Partial<DeedEntry> = {}): DeedEntry {
  return { kind: 'deed', id, personId: ME, pressedAt: 2_000, matter: '占道经营', deed: '送达', photoIds: [], attempts: 0, trouble: null, path: '/api/v1/penalties/x/commands', body: { action: 'serve', expectedRevision: 5, payload: { note: '已送达' } }, ...more };
}

describe('other deeds in the outbox', () => {
  it('waits for a signal, uploads the photo first and puts it into the payload', async () => {
    const { server, transport } = fakeServer();
    const { outbox, delivered } = await openOutbox(transport);
    server.isUp = false;
    await outbox.keepPhoto(photo('p1'));
    await outbox.add(deed('a', { photoIds: ['p1'] }));
    await outbox.add(deed('b', { path: '/api/v1/patrol/visits', body: { id: 'v' }, photoIds: [] }));
    expect(await outbox.flush()).toBe('unreachable');
    server.isUp = true;
    expect(await outbox.flush()).toBe('empty');
    expect(server.deeds).toEqual([{ action: 'serve', expectedRevision: 5, payload: { note: '已送达', photos: ['att-1'] } }, { id: 'v' }]);
    expect(delivered.map(({ entry, how }) => [entry.id, how])).toEqual([['a', 'done'], ['b', 'done']]);
  });

  it('is done on the object as it stands now while it still fits, and waits for the person when it no longer does', async () => {
    const { transport } = fakeServer(7);
    const { outbox, delivered } = await openOutbox(transport);
    await outbox.add(deed('a'));
    await outbox.add(deed('b', { body: { action: 'notify', expectedRevision: 5, payload: {} } }));
    await outbox.flush();
    expect(delivered.map(({ entry, how }) => [entry.id, how])).toEqual([['a', 'rebased']]);
    expect(outbox.entries()).toMatchObject([{ id: 'b', trouble: { code: 'OBJECT_REVISION_CONFLICT' } }]);
  });

  it('gives a refused deed back to its form, with its photos', async () => {
    const { server, transport } = fakeServer();
    const { outbox, storage } = await openOutbox(transport);
    await outbox.keepPhoto(photo('p1'));
    server.answerInstead = refusal('PENALTY_FINE_TOO_HIGH', 422);
    await outbox.add(deed('a', { photoIds: ['p1'] }));
    await outbox.flush();
    await outbox.takeBack('a');
    expect([outbox.entries(), outbox.photos().map(({ id }) => id), (await storage.readPhotos()).map(({ id }) => id)]).toEqual([[], ['p1'], ['p1']]);
  });
});

function report(id: string): ReportEntry & OutboxEntry {
  return {
    kind: 'report', id, personId: ME, pressedAt: 2_000, matter: '路面破损', photoIds: [], attempts: 0, trouble: null,
    report: { typeCode: 'E0101', description: '坑', lng: 120.3, lat: 31.8, address: '' },
  };
}
