import { expect, it } from 'vitest';
import type { Actor } from '@wangge/shared/access';
import { refuse } from '@wangge/shared/base';
import type { Connector } from '@wangge/shared/connector';
import type { DocumentStore } from '../../store/document-store.ts';
import { LetterBox } from './letter-box.ts';
import { createLetterDesk } from './letter-desk.ts';

const intake: Actor = { id: 'p1', name: '赵杰', role: 'intake', unitId: null, parentUnitId: null, areaCode: '' };
const hotline = { id: 'hotline', reports: { records: '', fields: {} } } as unknown as Connector;

/** Documents that take a turn of the event loop for each call, as a database over a network does. */
function slowDocuments(): DocumentStore {
  const kept = new Map<string, unknown>();
  const later = async <T>(value: () => T): Promise<T> => {
    await new Promise((resolve) => void setImmediate(resolve));
    return value();
  };
  return {
    get: <T>(kind: string, id: string) => later(() => (kept.get(`${kind}/${id}`) ?? null) as T | null),
    list: <T>(kind: string) => later(() => [...kept].filter(([key]) => key.startsWith(`${kind}/`)).map(([key, value]) => ({ id: key.slice(kind.length + 1), value: value as T }))),
    put: (kind, id, value) => later(() => void kept.set(`${kind}/${id}`, value)),
    remove: (kind, id) => later(() => void kept.delete(`${kind}/${id}`)),
  };
}

it('[CN5] lets one of two who deal with a letter at the same moment, and the same message that comes meanwhile opens nothing', async () => {
  const box = new LetterBox(slowDocuments());
  const garbage = { topic: 'reports', isWhole: true, text: 'garbage', externalNo: null, refusal: { code: 'CONNECTOR_MESSAGE_UNREADABLE' } } as const;
  const letter = (await box.keep(hotline, garbage, 1))!;
  const desk = createLetterDesk({ box, find: () => hotline, deliver: async () => refuse('INTERNAL_FAULT'), resend: async () => refuse('INTERNAL_FAULT'), takeText: async () => refuse('INTERNAL_FAULT') });
  const discard = (commandId: string, reason: string) => desk(letter.id, { action: 'discard', expectedRevision: 1, commandId, actor: intake, reason }, 2);
  const [one, two] = await Promise.all([discard('one', '甲'), discard('two', '乙'), box.keep(hotline, garbage, 3)]);
  expect([one, two]).toMatchObject([{ ok: true, value: { state: 'discarded', reason: '甲' } }, { ok: false, error: { code: 'LETTER_ENDED' } }]);
  expect([await box.get(letter.id), await box.textOf(letter.id)]).toMatchObject([{ state: 'discarded', reason: '甲', count: 2 }, null]);
  expect(await discard('one', '甲')).toMatchObject({ ok: true, value: { reason: '甲' } });
});
