import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Result } from '../base/index.ts';
import { shanghai, specCalendar } from '../calendar/calendar.fixture.ts';
import { drawActor, freeze, specPlan, specPools, specSeed } from './draw.fixture.ts';
import {
  decideDraw, decidePlan, drawActions, drawFigures, evolveDraw, fromHex, inspectorsOf, recordOf, verifyRecord, type Draw, type DrawContext, type DrawEvent, type DrawPayload, type Hash,
} from './index.ts';

const hash: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const seed = specSeed(42);
const frozen = freeze(hash, fromHex(seed)!);
const chief = drawActor('duty-chief');
const NOON = specPlan.drawAt + 1;

function context(now: number, more: Partial<DrawContext> = {}): DrawContext {
  return { now, calendar: specCalendar, hash, toFreeze: frozen, seed, ...more };
}

function wish(draw: Draw, action: string, payload: DrawPayload = {}, actor = chief, at: DrawContext = context(NOON)): Result<DrawEvent> {
  return decideDraw(draw, { action, expectedRevision: draw.revision, actor, payload }, at);
}

function done(draw: Draw, action: string, payload: DrawPayload = {}, actor = chief, at: DrawContext = context(NOON)): Draw {
  const decided = wish(draw, action, payload, actor, at);
  if (!decided.ok) throw new Error(decided.error.code);
  return evolveDraw(draw, decided.value);
}

const planned = evolveDraw(null, decidePlan(specPlan, chief, specPlan.drawAt - 86_400_000));
const committed = done(planned, 'commit', {}, chief, context(specPlan.drawAt - 3_600_000));
const drawn = done(committed, 'draw');
const checking = done(drawn, 'assign');
const first = drawn.drawn[0]!.slot;

describe('the life of a draw', () => {
  it('[DR3] freezes the pools and publishes the commitment, and nothing of the seed', () => {
    expect(committed).toMatchObject({ state: 'committed', seed: null, frozen: { commitment: frozen.commitment } });
    expect(JSON.stringify(recordOf(committed))).not.toContain(seed);
    expect(verifyRecord(hash, recordOf(committed)!)).toEqual({ kind: 'not-drawn' });
  });

  it('[DR3] is refused when seed or pools do not match what was published', () => {
    expect(wish(committed, 'draw', {}, chief, context(NOON, { seed: specSeed(43) }))).toMatchObject({ ok: false, error: { code: 'DRAW_COMMITMENT_BROKEN', rule: 'DR3' } });
    const swapped = { ...committed, frozen: { ...frozen, pools: { ...specPools, objects: specPools.objects.slice(1) } } };
    expect(wish(swapped, 'draw')).toMatchObject({ ok: false, error: { code: 'DRAW_COMMITMENT_BROKEN' } });
  });

  it('[DR4] draws nothing before the announced moment', () => {
    expect(wish(committed, 'draw', {}, chief, context(specPlan.drawAt - 1))).toMatchObject({ ok: false, error: { code: 'DRAW_TOO_EARLY', rule: 'DR4', instead: ['cancel'] } });
  });

  it('[DR5] is not frozen when an object could go without inspectors', () => {
    const few = freeze(hash, fromHex(seed)!, { ...specPools, inspectors: specPools.inspectors.filter(({ unit }) => unit === '单位0') });
    expect(wish(planned, 'commit', {}, chief, context(NOON, { toFreeze: few }))).toMatchObject({ ok: false, error: { code: 'DRAW_TOO_FEW_INSPECTORS', detail: 'O000' } });
    expect(wish(planned, 'commit', {}, chief, context(NOON, { toFreeze: freeze(hash, fromHex(seed)!, { ...specPools, objects: [] }) }))).toMatchObject({ ok: false, error: { code: 'DRAW_POOL_EMPTY' } });
  });

  it('[DR6] lets somebody drawn step in for a recused inspector, again and again, and never the same', () => {
    const seen = new Set(first.inspectorCodes);
    let draw = checking;
    for (let n = 1; n <= 5; n += 1) {
      draw = done(draw, 'recuse', { objectCode: first.objectCode, inspectorCode: inspectorsOf(draw, first.objectCode)[0]!, reason: '亲属经营' });
      const stepped = draw.recusals[n - 1]!.replacementCode;
      expect(seen.has(stepped)).toBe(false);
      seen.add(stepped);
    }
    expect(verifyRecord(hash, recordOf(draw)!)).toMatchObject({ kind: 'same', recusals: 5 });
    expect(wish(draw, 'recuse', { objectCode: first.objectCode, inspectorCode: first.inspectorCodes[0]!, reason: '再来' })).toMatchObject({ ok: false, error: { code: 'DRAW_NOT_ON_OBJECT', rule: 'DR6' } });
  });

  it('[DR7] takes one result for an object that was drawn', () => {
    const one = done(checking, 'record', { objectCode: first.objectCode, outcome: 'problem', note: '台账缺失' });
    expect(wish(one, 'record', { objectCode: first.objectCode, outcome: 'no-problem', note: '改' })).toMatchObject({ ok: false, error: { code: 'DRAW_RESULT_EXISTS', rule: 'DR7' } });
    const missed = specPools.objects.find(({ code }) => !drawn.drawn.some(({ slot }) => slot.objectCode === code))!.code;
    expect(wish(checking, 'record', { objectCode: missed, outcome: 'no-problem', note: '无' })).toMatchObject({ ok: false, error: { code: 'DRAW_OBJECT_NOT_DRAWN' } });
  });

  it('[DR8] takes a result from the inspectors drawn, or from those who run the draw', () => {
    const given: DrawPayload = { objectCode: first.objectCode, outcome: 'no-problem', note: '合格' };
    expect(wish(checking, 'record', given, drawActor('squad', 'somebody'))).toMatchObject({ ok: false, error: { code: 'DRAW_NOT_YOUR_OBJECT', rule: 'DR8' } });
    expect(wish(checking, 'record', given, drawActor('squad', first.inspectorCodes[1])).ok).toBe(true);
    expect(drawActions(checking, drawActor('wall'), context(NOON))).toEqual([]);
  });

  it('[DR9] counts a result as late when its limit has passed, published or not', () => {
    const checkedAt = shanghai('2026-02-03 10:00');
    const all = drawn.drawn.reduce((draw, { slot }) => done(draw, 'record', { objectCode: slot.objectCode, outcome: 'no-problem', note: '合格' }, chief, context(checkedAt)), checking);
    expect(all.state).toBe('checked');
    const n = all.drawn.length;
    expect(drawFigures(all, checkedAt)).toMatchObject({ checked: n, inTime: 0, late: 0, waiting: n });
    // 10 working days for what the second item is checked on too, 20 for the rest.
    const short = all.drawn.filter(({ slot }) => slot.itemCodes.includes('I2')).length;
    expect(short).toBeGreaterThan(0);
    const published = done(all, 'publish', {}, chief, context(shanghai('2026-02-24 10:00')));
    expect(published.state).toBe('published');
    expect(drawFigures(published, shanghai('2027-01-01 00:00'))).toMatchObject({ inTime: n - short, late: short, waiting: 0 });
    expect(drawFigures(all, shanghai('2026-03-31 10:00'))).toMatchObject({ late: n });
  });

  it('[DR9] publishes what there is while others are still being checked', () => {
    expect(wish(checking, 'publish')).toMatchObject({ ok: false, error: { code: 'DRAW_NOTHING_TO_PUBLISH', rule: 'DR9' } });
    const one = done(checking, 'record', { objectCode: first.objectCode, outcome: 'no-problem', note: '合格' });
    expect(done(one, 'publish')).toMatchObject({ state: 'checking', drawn: [{ result: { publishedAt: NOON } }, ...checking.drawn.slice(1)] });
  });
});

describe('[DR11] another party who runs the record again', () => {
  const record = recordOf(drawn)!;

  it('gets the same names', () => {
    expect(verifyRecord(hash, JSON.parse(JSON.stringify(record)))).toMatchObject({ kind: 'same', objects: drawn.drawn.length });
  });

  it.each([
    ['a pool', { ...record, pools: { ...record.pools, objects: record.pools.objects.map((o, i) => (i === 0 ? { ...o, grade: 'D' as const } : o)) } }, { kind: 'pool-changed', pool: 'objects' }],
    ['the seed', { ...record, seed: specSeed(9) }, { kind: 'seed-differs' }],
    ['the moment', { ...record, drawnAt: record.drawAt - 1 }, { kind: 'drawn-too-early' }],
    ['a name', { ...record, slots: record.slots.map((s, i) => (i === 2 ? { ...s, inspectorCodes: ['p00', 'p11'] } : s)) }, { kind: 'slot-differs', place: 3 }],
    ['an object left out', { ...record, slots: record.slots.slice(0, -1) }, { kind: 'slot-differs', place: record.slots.length, recorded: '—' }],
  ])('is told what differs first when %s was changed', (_what, changed, expected) => {
    expect(verifyRecord(hash, changed)).toMatchObject(expected);
  });

  it('is told of a replacement that the seed does not give', () => {
    const recused = done(drawn, 'recuse', { objectCode: first.objectCode, inspectorCode: first.inspectorCodes[0]!, reason: '亲属' });
    const forged = recordOf(recused)!;
    expect(verifyRecord(hash, { ...forged, recusals: [{ ...forged.recusals[0]!, replacementCode: 'p11' }] })).toMatchObject({ kind: 'recusal-differs', number: 1, recorded: 'p11' });
  });
});
