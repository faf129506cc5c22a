import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_KEY, startTestApp, type Answer, type TestApp } from '../support/test-app.ts';
import { tinyJpeg } from '../support/tiny-jpeg.ts';
import { storePhoto, tinyVoiceNote as sound } from '../support/tiny-photo.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

const MADE_UP = 'made-up';
const refused = (field: string): object => ({ status: 422, body: { code: 'ATTACHMENT_UNKNOWN', field, detail: MADE_UP, rule: 'IN6' } });
const post = (account: string, path: string, body: object): Promise<Answer> => app.as(account).call('POST', path, body);
const command = (action: string, payload: object): object => ({ action, expectedRevision: 1, commandId: randomUUID(), payload });

const report = { typeCode: 'T1', description: '违停', lng: 120.28, lat: 31.8 };
const intake = (path: string, body: object): Promise<Answer> => app.anonymous.call('POST', path, body, { 'x-api-key': API_KEY, 'idempotency-key': randomUUID() });

describe('photos named as evidence', () => {
  it('[IN6] given a case, when an action names a photo that is not stored, then it is refused by field and nothing happened', async () => {
    const { body: { id } } = await intake('/api/v1/intake/cases', report);
    for (const field of ['photos', 'formPhotos']) {
      expect(await post('intake', `/api/v1/cases/${id}/commands`, command('accept', { typeCode: 'T1', [field]: [app.photo, MADE_UP] }))).toMatchObject(refused(field));
    }
    expect((await app.as('intake').call('GET', `/api/v1/cases/${id}`)).body.row.revision).toBe(1);
    expect((await app.as('intake').call('GET', `/api/v1/attachments/${app.photo}`)).status).toBe(200);
  });

  it('[IN6] given a report by a person or a channel, when its photos are not stored, then it is refused; of a batch only that report', async () => {
    expect(await post('grid0', '/api/v1/cases', { ...report, photos: [MADE_UP] })).toMatchObject(refused('photos'));
    expect(await post('grid0', '/api/v1/cases', { ...report, isSelfHandled: true, photos: [app.photo], afterPhotos: [MADE_UP] })).toMatchObject(refused('afterPhotos'));
    expect(await intake('/api/v1/intake/cases', { ...report, photos: [MADE_UP] })).toMatchObject(refused('photos'));
    const { body } = await intake('/api/v1/intake/cases/batch', { cases: [report, { ...report, photos: [MADE_UP] }] });
    expect(body).toMatchObject({ accepted: [{ index: 0 }], refused: [{ index: 1, code: 'ATTACHMENT_UNKNOWN', field: 'photos' }] });
  });

  it('[IN6] given a channel, when it stores its picture first, then its report may name it', async () => {
    const photo = await storePhoto(app.url, { 'x-api-key': API_KEY }, '/api/v1/intake/attachments');
    expect((await intake('/api/v1/intake/cases', { ...report, photos: [photo] })).status).toBe(201);
  });

  it.each<[what: string, account: string, path: string, body: object]>([
    ['a penalty case', 'squad0', '/api/v1/penalties', { procedure: 'ordinary', powerCode: 'P1', party: { kind: 'person', name: '甲', idNo: '1' }, officers: [], villageCode: '320281104001', place: '某路', fact: '占道', photos: [MADE_UP], commandId: randomUUID() }],
    ['a step of a penalty case', 'squad0', `/api/v1/penalties/${randomUUID()}/commands`, command('collect-evidence', { photos: [MADE_UP] })],
    ['a check drawn at random', 'squad0', `/api/v1/draws/${randomUUID()}/commands`, command('record', { photos: [MADE_UP] })],
    ['a support task', 'squad0', `/api/v1/supports/${randomUUID()}/commands`, command('feed-back', { photos: [MADE_UP] })],
    ['a step of a matter', 'department0', `/api/v1/matter-runs/${randomUUID()}/commands`, command('finish-step', { photos: [MADE_UP] })],
    ['a scan of a site', 'squad0', '/api/v1/sites/NF2026-0001/scans', { commandId: randomUUID(), lngLat: [120.28, 31.8], accuracyM: 5, stepId: null, photos: [MADE_UP] }],
    ['an order of supervision', 'department0', `/api/v1/oversight/${randomUUID()}/commands`, command('reply', { text: '已办', photos: [MADE_UP] })],
    ['a visit of a grid', 'walker', '/api/v1/patrol/visits', { id: randomUUID(), gridCode: '320281104201001', duties: ['W23'], lngLat: [120.275, 31.8], photos: [MADE_UP] }],
    ['a draft', 'grid0', '/api/v1/drafts', { draftId: randomUUID(), photos: [MADE_UP] }],
  ])('[IN6] given %s, when it names a photo that is not stored, then it is refused by field', async (_what, account, path, body) => {
    expect(await post(account, path, body)).toMatchObject(refused('photos'));
  });
});

describe('photos handed in', () => {
  const upload = async (bytes: Buffer, { account = 'grid0', type = 'image/jpeg', headers = {} as Record<string, string>, path = '/api/v1/attachments' } = {}): Promise<{ status: number; body: { id: string; code?: string } }> => {
    const answer = await fetch(app.url + path, { method: 'POST', headers: { cookie: app.as(account).cookie, 'content-type': type, ...headers }, body: new Uint8Array(bytes) });
    return { status: answer.status, body: (await answer.json()) as { id: string; code?: string } };
  };
  const read = async (id: string): Promise<Buffer> => Buffer.from(await (await fetch(`${app.url}/api/v1/attachments/${id}`, { headers: { cookie: app.as('grid0').cookie } })).arrayBuffer());

  it('[AT3] given a photo with a place and a name in it, when a person or a channel hands it in, then neither is kept', async () => {
    const byPerson = await upload(tinyJpeg());
    const byChannel = await upload(tinyJpeg(), { headers: { 'x-api-key': API_KEY, cookie: '' }, path: '/api/v1/intake/attachments' });
    for (const { body } of [byPerson, byChannel]) {
      const kept = await read(body.id);
      for (const word of ['GPS', '张三', '13900000001']) expect(kept.includes(word), word).toBe(false);
      expect(kept.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    }
  });

  it.each<[what: string, bytes: Buffer, type: string, status: number, code: string]>([
    ['a script named a photo', Buffer.from('<script>alert(1)</script>'.repeat(9)), 'image/jpeg', 415, 'ATTACHMENT_TYPE_REFUSED'],
    ['a HEIC picture', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'image/heic', 415, 'ATTACHMENT_TYPE_REFUSED'],
    ['a photo cut short', tinyJpeg().subarray(0, 90), 'image/jpeg', 422, 'ATTACHMENT_BROKEN'],
    ['nine megabytes', Buffer.concat([tinyJpeg(), Buffer.alloc(9 * 1_048_576)]), 'image/jpeg', 413, 'BODY_TOO_LARGE'],
  ])('[AT4] given %s, when it is handed in, then it is refused with its code', async (_what, bytes, type, status, code) => {
    expect(await upload(bytes, { type })).toMatchObject({ status, body: { code } });
  });

  it('[AT5] given a photo under a key, when it comes again, also at once, then it is kept once; the key takes no other picture and no other sender', async () => {
    const key = randomUUID();
    const headers = { 'idempotency-key': key };
    const answers = await Promise.all(Array.from({ length: 5 }, () => upload(tinyJpeg(), { headers })));
    for (const answer of [...answers, await upload(tinyJpeg(), { headers })]) expect(answer).toMatchObject({ status: 201, body: { id: key } });
    const reused = { status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' } };
    expect(await upload(tinyJpeg(2), { headers })).toMatchObject(reused);
    expect(await upload(tinyJpeg(), { headers, account: 'squad0' })).toMatchObject(reused);
    expect((await read(key)).includes(Buffer.from([0xff, 0xda]))).toBe(true);
  });
});

describe('voice notes', () => {
  const hand = async (bytes: Buffer, type = 'audio/webm;codecs=opus'): Promise<{ status: number; body: { id: string; code?: string } }> => {
    const answer = await fetch(`${app.url}/api/v1/attachments`, { method: 'POST', headers: { cookie: app.as('grid0').cookie, 'content-type': type }, body: new Uint8Array(bytes) });
    return { status: answer.status, body: (await answer.json()) as { id: string; code?: string } };
  };

  it('[VN1] [VN2] given a report with a voice note, when its page is read, then it is heard byte by byte, also in parts, whatever name it came under', async () => {
    const { status, body: { id } } = await hand(sound(), 'image/jpeg');
    expect(status).toBe(201);
    const { body: { id: caseId } } = await post('grid0', '/api/v1/cases', { ...report, photos: [app.photo], voiceNotes: [id] });
    expect((await app.as('intake').call('GET', `/api/v1/cases/${caseId}`)).body).toMatchObject({ voiceNotes: [id], photos: [app.photo] });
    const heard = (range?: string): Promise<Response> => fetch(`${app.url}/api/v1/attachments/${id}`, { headers: { cookie: app.as('intake').cookie, ...(range ? { range } : {}) } });
    const whole = await heard();
    expect([whole.headers.get('content-type'), Buffer.from(await whole.arrayBuffer()).equals(sound())]).toEqual(['audio/webm', true]);
    const part = await heard('bytes=4-7');
    expect([part.status, part.headers.get('content-range'), Buffer.from(await part.arrayBuffer())]).toEqual([206, `bytes 4-7/${sound().length}`, sound().subarray(4, 8)]);
  });

  it('[VN2] given a photo for a voice note or a voice note for a photo, when it is reported, then it is refused by field', async () => {
    const { body: { id } } = await hand(sound());
    expect(await post('grid0', '/api/v1/cases', { ...report, voiceNotes: [app.photo] })).toMatchObject({ status: 422, body: { code: 'ATTACHMENT_UNKNOWN', field: 'voiceNotes' } });
    expect(await post('grid0', '/api/v1/cases', { ...report, photos: [id] })).toMatchObject({ status: 422, body: { code: 'ATTACHMENT_UNKNOWN', field: 'photos' } });
  });

  it('[VN3] given one larger than the rules say, when it is handed in, then it is refused with its code', async () => {
    expect(await hand(sound(524_288))).toMatchObject({ status: 413, body: { code: 'VOICE_NOTE_TOO_LARGE', detail: '524288', rule: 'VN3' } });
    expect((await hand(sound(500_000))).status).toBe(201);
  });

  it('[VN1] given a draft, when it is handed in with a voice note, then its case has it', async () => {
    const { body: { id } } = await hand(sound());
    const draftId = randomUUID();
    const { draft } = (await post('grid0', '/api/v1/drafts', { draftId, typeCode: 'T1' })).body as unknown as { draft: { revision: number } };
    const answer = await post('grid0', `/api/v1/drafts/${draftId}/commands`, {
      action: 'submit', expectedRevision: draft.revision, commandId: randomUUID(), payload: { lngLat: [120.28, 31.8], description: '见语音', photos: [app.photo], voiceNotes: [id] },
    });
    const made = (answer.body as unknown as { case: { id: string } }).case;
    expect((await app.as('intake').call('GET', `/api/v1/cases/${made.id}`)).body).toMatchObject({ voiceNotes: [id] });
  });
});
