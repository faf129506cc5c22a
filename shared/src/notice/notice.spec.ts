import { describe, expect, it } from 'vitest';
import type { Actor, ActorRole } from '../access/index.ts';
import { DAY_MS } from '../base/index.ts';
import { concerns, decideNotice, draftNotice, evolveNotice, isPublic, moneySums, noticeActions, publicNotice, toldNumber, type Notice, type NoticeContent, type NoticePayload } from './index.ts';

const NINE = Date.parse('2026-11-20T09:00:00+08:00');
const TOWN = '320281104';
const VILLAGE = '320281104201';
const person = (role: ActorRole, id = `p-${role}`, areaCode = TOWN): Actor => ({ id, name: id, role, unitId: null, parentUnitId: null, areaCode });
const content = (more: Partial<NoticeContent> = {}): NoticeContent => ({ kind: 'news', areaCode: VILLAGE, title: '停水通知', text: '周五上午停水', openingFen: 0, lines: [], photos: [], from: null, until: null, ...more });
const MONEY = { kind: 'money', openingFen: 10_000, lines: [{ item: '集体土地租金', inFen: 500_000, outFen: 0 }, { item: '路灯电费', inFen: 0, outFen: 123_456 }] } as const;

function drafted(more: Partial<NoticeContent> = {}, actor = person('intake')): Notice {
  const event = draftNotice('n-1', { content: content(more) }, actor, NINE);
  if (!event.ok) throw new Error(event.error.code);
  return evolveNotice(null, event.value);
}
const act = (notice: Notice, action: string, actor: Actor, payload: NoticePayload = {}, at = NINE) => decideNotice(notice, { action, expectedRevision: notice.revision, actor, payload }, at);
function after(notice: Notice, action: string, actor: Actor, payload: NoticePayload = {}, at = NINE): Notice {
  const event = act(notice, action, actor, payload, at);
  if (!event.ok) throw new Error(event.error.code);
  return evolveNotice(notice, event.value);
}

describe('[VC1] what a village makes public', () => {
  it.each(['commander', 'duty-chief', 'centre-deputy', 'county-centre'] as const)('is published and withdrawn by a %s of its area', (role) => {
    const out = after(drafted(), 'publish', person(role));
    expect(after(out, 'withdraw', person(role), { reason: '日期写错了' })).toMatchObject({ state: 'withdrawn', withdrawn: { reason: '日期写错了' } });
    expect(act(drafted(), 'publish', person(role, 'p-next', '320281105'))).toMatchObject({ ok: false, error: { code: 'OBJECT_NOT_FOUND', rule: 'VC1' } });
  });

  it.each(['intake', 'dispatcher', 'department'] as const)('is written and not published by a %s', (role) => {
    expect(act(drafted({}, person(role)), 'publish', person(role))).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN' } });
  });

  it.each(['inspector', 'leader', 'squad', 'grid-worker', 'wall', 'channel', 'auditor'] as const)('is not written by a %s', (role) => {
    expect(draftNotice('n-2', { content: content() }, person(role), NINE)).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN', rule: 'VC1' } });
  });

  it('is written for one’s own area only, and moves to no other', () => {
    expect(draftNotice('n-2', { content: content({ areaCode: '320281105201' }) }, person('intake'), NINE)).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN', field: 'content.areaCode' } });
    expect(act(drafted(), 'write', person('intake'), { content: content({ areaCode: '320281105201' }) })).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN' } });
    const out = after(drafted(), 'publish', person('duty-chief'));
    for (const more of [{ areaCode: '320281104202' }, { kind: 'guide' as const }]) expect(act(out, 'write', person('intake'), { content: content(more) })).toMatchObject({ ok: false, error: { code: 'NOTICE_PLACE_FIXED', rule: 'VC5' } });
  });
});

describe('[VC2] an entry of the village ledger', () => {
  it.each([['affairs', {}], ['money', MONEY]] as const)('%s is published by somebody who wrote none of it', (kind, more) => {
    const [chief, other] = [person('duty-chief'), person('duty-chief', 'p-other')];
    const entry = drafted({ ...more, kind }, chief);
    expect(act(entry, 'publish', chief)).toMatchObject({ ok: false, error: { code: 'NOTICE_SECOND_PERSON', rule: 'VC2' } });
    expect(noticeActions(entry, chief, NINE)).not.toContain('publish');
    expect(act(entry, 'publish', other).ok).toBe(true);
    // Who mends one word of it wrote of it too.
    expect(act(after(entry, 'write', other, { content: entry.draft!.content }), 'publish', other)).toMatchObject({ ok: false, error: { code: 'NOTICE_SECOND_PERSON' } });
  });

  it('is told from a notice, which its writer may publish', () => {
    expect(act(drafted({}, person('duty-chief')), 'publish', person('duty-chief')).ok).toBe(true);
  });
});

describe('[VC3] what is public', () => {
  const chief = person('duty-chief');
  it('is what was published, from its first moment to its last', () => {
    expect(isPublic(drafted(), NINE)).toBe(false);
    const out = after(drafted({ from: NINE + DAY_MS, until: NINE + 2 * DAY_MS }), 'publish', chief);
    expect([0, DAY_MS - 1, DAY_MS, 2 * DAY_MS - 1, 2 * DAY_MS].map((more) => isPublic(out, NINE + more))).toEqual([false, false, true, true, false]);
  });

  it('is not published once it is over, nor written to end before it begins', () => {
    expect(act(drafted({ until: NINE + 1 }), 'publish', chief, {}, NINE + 1)).toMatchObject({ ok: false, error: { code: 'NOTICE_TIMES', rule: 'VC3' } });
    expect(draftNotice('n-2', { content: content({ from: NINE + 2, until: NINE + 2 }) }, chief, NINE)).toMatchObject({ ok: false, error: { code: 'NOTICE_TIMES' } });
  });

  it.each([['320281104201', VILLAGE, true], [TOWN, VILLAGE, true], ['320281', VILLAGE, true], ['320281104202', VILLAGE, false], ['320281105', VILLAGE, false], [TOWN, '', true], [VILLAGE, '', false]])('what is for %s concerns whoever reads for “%s”: %s', (areaCode, village, does) => {
    expect(concerns(areaCode, village)).toBe(does);
  });
});

describe('[VC4] what is withdrawn', () => {
  it('wants a reason, says so for ninety days, and loses its words', () => {
    const chief = person('duty-chief');
    const out = after(drafted(MONEY), 'publish', chief);
    expect(act(out, 'withdraw', chief)).toMatchObject({ ok: false, error: { code: 'OBJECT_FIELD_REQUIRED', field: 'reason' } });
    const gone = after(out, 'withdraw', chief, { reason: '电费一项有误' }, NINE + 5);
    expect([NINE + 5, NINE + 5 + 90 * DAY_MS - 1, NINE + 5 + 90 * DAY_MS].map((at) => isPublic(gone, at))).toEqual([true, true, false]);
    expect(publicNotice(gone, () => '璜塘村')).toMatchObject({ withdrawnAt: NINE + 5, withdrawnFor: '电费一项有误', text: '', lines: [], openingFen: 0, photos: 0 });
    expect(publicNotice(out, () => '璜塘村')).toMatchObject({ withdrawnAt: null, withdrawnFor: null, text: '周五上午停水' });
  });

  it('leaves no trace outside of what nobody could read yet', () => {
    const chief = person('duty-chief');
    const out = after(drafted({ from: NINE + DAY_MS }), 'publish', chief);
    expect(isPublic(after(out, 'withdraw', chief, { reason: '不停了' }), NINE + 2 * DAY_MS)).toBe(false);
  });
});

describe('[VC5] a change', () => {
  it('is a draft beside what is public until it is published as the next edition, or dropped', () => {
    const chief = person('duty-chief');
    const out = after(drafted(), 'publish', chief);
    const changed = after(out, 'write', person('intake'), { content: content({ text: '改到周六上午' }) }, NINE + 10);
    expect([changed.state, changed.edition?.content.text, changed.draft?.content.text]).toEqual(['published', '周五上午停水', '改到周六上午']);
    expect(after(changed, 'publish', chief, {}, NINE + 20)).toMatchObject({ draft: null, edition: { no: 2, content: { text: '改到周六上午' }, shownFrom: NINE, publishedAt: NINE + 20 } });
    const dropped = after(changed, 'drop', person('intake'));
    expect(dropped).toMatchObject({ draft: null, edition: { no: 1 } });
    expect(act(dropped, 'publish', chief)).toMatchObject({ ok: false, error: { code: 'NOTICE_NOTHING_NEW' } });
  });
});

describe('[VC6] numbers that lead to people', () => {
  it.each([
    ['身份证320281197501010013', 'identity'], ['32028119750101001X', 'identity'], ['３２０２８１１９７５０１０１００１３', 'identity'], ['320281750101001', 'identity'], ['卡号 6228 4804 0256 4890 018', 'identity'], ['6228480402564890018', 'identity'],
    ['找王师傅13912345678', 'phone'], ['139 1234 5678', 'phone'], ['+86-13912345678', 'phone'], ['0510-86551234', 'phone'], ['（0510）86551234', 'phone'], ['文号〔2026〕12号，金额 1234567.89 元', null], ['2026年11月20日 12345 热线', null], ['项目 12000 13000 14000 15000', null],
  ])('finds in “%s”: %s', (text, kind) => {
    expect(toldNumber(text)?.kind ?? null).toBe(kind);
  });

  it('are refused, a telephone’s unless it is meant, in title, text, lines and the reason of a withdrawal', () => {
    const write = (more: Partial<NoticeContent>, arePhonesMeant = false) => draftNotice('n-2', { content: content(more), arePhonesMeant }, person('intake'), NINE);
    expect(write({ text: '请打 13912345678' })).toMatchObject({ ok: false, error: { code: 'NOTICE_PHONE_NUMBER', field: 'content.text', rule: 'VC6', detail: '13912345678' } });
    expect(write({ text: '请打 13912345678' }, true).ok).toBe(true);
    expect(write({ title: '320281197501010013 低保' }, true)).toMatchObject({ ok: false, error: { code: 'NOTICE_IDENTITY_NUMBER', field: 'content.title' } });
    expect(write({ ...MONEY, lines: [{ item: '付 6228480402564890018', inFen: 0, outFen: 1 }] }, true)).toMatchObject({ ok: false, error: { code: 'NOTICE_IDENTITY_NUMBER', field: 'content.lines' } });
    const out = after(drafted(), 'publish', person('duty-chief'));
    expect(act(out, 'withdraw', person('duty-chief'), { reason: '问 13912345678' })).toMatchObject({ ok: false, error: { code: 'NOTICE_PHONE_NUMBER', field: 'reason' } });
  });
});

describe('[VC8] village accounts', () => {
  it('have lines, from which sums are reckoned, and nothing else has', () => {
    expect(moneySums(MONEY)).toEqual({ openingFen: 10_000, inFen: 500_000, outFen: 123_456, closingFen: 386_544 });
    expect(draftNotice('n-2', { content: content({ kind: 'money' }) }, person('intake'), NINE)).toMatchObject({ ok: false, error: { code: 'NOTICE_MONEY', rule: 'VC8' } });
    expect(draftNotice('n-2', { content: content({ lines: MONEY.lines }) }, person('intake'), NINE)).toMatchObject({ ok: false, error: { code: 'NOTICE_MONEY' } });
  });
});
