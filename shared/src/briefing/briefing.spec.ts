import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.ts';
import { canonicalJson, decideBriefing, decideFreeze, evolveBriefing, type Briefing, type BriefingContent } from './index.ts';

const AT = Date.UTC(2026, 10, 20, 2);
const chief: Actor = { id: 'p-1', name: '卞正军', role: 'duty-chief', unitId: null, parentUnitId: null, areaCode: '320281104' };
const content = { title: '日报', figures: [{ id: 'open', value: 3 }], notes: [] } as unknown as BriefingContent;
const hash = (of: BriefingContent): string => canonicalJson(of);

function frozen(): Briefing {
  const event = decideFreeze({ id: 'b-1', no: 'JB-1', planId: null, content }, chief, AT, hash);
  if (!event.ok) throw new Error(event.error.code);
  return evolveBriefing(null, event.value);
}
const act = (briefing: Briefing, action: string, payload: object = {}, actor = chief) => decideBriefing(briefing, { action, expectedRevision: briefing.revision, actor, payload }, AT + 1, hash);
function after(briefing: Briefing, action: string, payload: object = {}): Briefing {
  const event = act(briefing, action, payload);
  if (!event.ok) throw new Error(event.error.code);
  return evolveBriefing(briefing, event.value);
}

describe('[BF1] a briefing', () => {
  it('given a draft, when a paragraph is written, then the hash is another and every figure the same', () => {
    const written = after(frozen(), 'write', { notes: [{ title: '要情', text: '无' }] });
    expect(written.hash).not.toBe(frozen().hash);
    expect(written.hash).toBe(hash(written.content));
    expect(written.content.figures).toEqual(content.figures);
    expect(written).toMatchObject({ revision: 2, state: 'draft' });
  });

  it('given one that was issued, when a paragraph is to be written or it is to be thrown away, then it is refused', () => {
    const issued = after(frozen(), 'issue');
    expect(issued).toMatchObject({ state: 'issued', issued: { name: '卞正军', at: AT + 1 }, hash: frozen().hash });
    for (const action of ['write', 'discard']) expect(act(issued, action, { notes: [{ title: 'a', text: 'b' }] })).toMatchObject({ ok: false, error: { code: 'OBJECT_ACTION_NOT_IN_STATE' } });
    expect(act(issued, 'withdraw')).toMatchObject({ ok: false, error: { code: 'OBJECT_FIELD_REQUIRED', field: 'reason' } });
    expect(after(issued, 'withdraw', { reason: '附图有误' })).toMatchObject({ state: 'withdrawn', withdrawnFor: '附图有误' });
  });

  it('given who only reads, when they freeze or sign, then it is refused', () => {
    const leader: Actor = { ...chief, role: 'leader' };
    expect(decideFreeze({ id: 'b-2', no: 'JB-2', planId: null, content }, leader, AT, hash)).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN' } });
    expect(act(frozen(), 'issue', {}, leader)).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN' } });
  });

  it('has one text whatever the order of its fields', () => {
    expect(canonicalJson({ b: [1, { d: null, c: '甲' }], a: undefined })).toBe(canonicalJson({ b: [1, { c: '甲', d: null }] }));
  });
});
