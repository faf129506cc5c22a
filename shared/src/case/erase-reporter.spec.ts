import { describe, expect, it } from 'vitest';
import { asId } from '../base/index.ts';
import { T0, given, person, reportedCase, specType } from './case.fixture.ts';
import { ERASED, reporterErased, withoutReporter, withoutWords, wordsOf } from './erase-reporter.ts';
import { evolveCase, foldCase } from './evolve-case.ts';
import type { CaseEvent } from './case-events.ts';

const REPORTER = { name: '王小五', phone: '13812348000', isSecret: false };
const known = wordsOf([REPORTER]);
const erase = <T>(value: T): T => withoutReporter(value, known);

describe('[KP7] a case without its reporter', () => {
  it('holds neither name nor number, wherever somebody wrote them, nor any other number of a person, house or photo', () => {
    const told = {
      facts: { reporter: REPORTER, description: '王小五（13812348000）来电，邻居李某 13900001111，证号110105194912310021，座机0570-1234567', address: '花园路12号3幢402室门口', photos: ['p1'], voiceNotes: ['v1'], externalNo: '20261122138' },
      payload: { note: '已联系王小五', reason: '电话 13812348000 无人接', photos: ['p2'], formPhotos: ['p3'] }, receipts: [{ answer: '已告知王小五', answeredBy: '受理员' }],
    };
    expect(erase(told)).toEqual({
      facts: { reporter: { name: ERASED, phone: ERASED, isSecret: false }, description: `${ERASED}（${ERASED}）来电，邻居李某 ${ERASED}，证号${ERASED}，座机${ERASED}`, address: `花园路${ERASED}${ERASED}${ERASED}门口`, photos: [], voiceNotes: [], externalNo: '20261122138' },
      payload: { note: `已联系${ERASED}`, reason: `电话 ${ERASED} 无人接`, photos: [], formPhotos: [] }, receipts: [{ answer: `已告知${ERASED}`, answeredBy: '受理员' }],
    });
    expect(erase(erase(told))).toEqual(erase(told));
  });

  it('says still who acted, and whether there was anybody to answer', () => {
    const event = { actor: { id: 'p1', name: '王小五' }, facts: { reporter: { name: null, phone: null, isSecret: true } } };
    expect(erase(event)).toEqual(event);
  });

  it('is spoken of in no call or order either; theirs stay as they are but for its words', () => {
    const call = { actor: { name: '王小五' }, words: '王小五 13812348000 要求到场', party: { phone: '13900001111' }, photos: ['p9'] };
    expect(withoutWords(call, known)).toEqual({ ...call, words: `${ERASED} ${ERASED} 要求到场` });
  });

  it('is told by an event that moves neither state nor clocks, and that a fold of what is stored ends in', () => {
    const closed = given(['accept', 'file', 'dispatch', 'sign', 'contact-reporter', 'arrive', { action: 'report-back', payload: { note: '已当面告知王小五', photos: ['after'] } }, 'send-check', 'pass-check', 'close'], specType, { ...reportedCase(), reporter: REPORTER, description: '13812348000' });
    const event = reporterErased(closed, T0 + 1e9, person('system'), { edition: 'v1', rewritten: 2, events: 11, sha256: 'x', attachments: 1, sameReporter: [asId('c9')] });
    const after = evolveCase(closed, event);
    expect(after).toMatchObject({ state: 'closed', stateSince: closed.stateSince, revision: closed.revision + 1, clock: closed.clock, closedAt: closed.closedAt, photos: [], description: ERASED, reporter: { name: ERASED, phone: ERASED, erasedAt: T0 + 1e9 } });
    expect(JSON.stringify(after)).not.toMatch(/王小五|13812348000/);
  });
});

it('[KP7] a fold of the erased history is the case that was erased', () => {
  const actor = person('intake');
  const first = { type: 'reported', at: T0, actor, to: 'reported', payload: {}, stepClock: null, clock: reportedCase().clock, facts: { ...reportedCase(), type: specType, reporter: REPORTER, photos: ['p1'] } } as unknown as CaseEvent;
  const second = { type: 'refused', at: T0 + 1, actor, to: 'refused', payload: { reason: '王小五要求撤回', answerHow: 'phone' }, stepClock: null } as CaseEvent;
  const live = foldCase([first, second])!;
  const last = reporterErased(live, T0 + 2, person('system'), { edition: 'v1', rewritten: 2, events: 2, sha256: 'x', attachments: 1, sameReporter: [] });
  expect(foldCase([erase(first), erase(second), last])).toEqual(evolveCase(live, last));
});
