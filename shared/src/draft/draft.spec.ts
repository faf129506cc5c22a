import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.ts';
import { asId, type CaseId } from '../base/index.ts';
import { beginDraft, decideDraft, evolveDraft, type Draft, type DraftContent } from './index.ts';

const AT = Date.UTC(2026, 10, 20, 2);
const author: Actor = { id: 'p-1', name: '网格员', role: 'grid-worker', unitId: null, parentUnitId: null, areaCode: '320281104' };

function kept(content: Partial<DraftContent>): Draft {
  const begun = beginDraft('d-1', content, author, AT);
  if (!begun.ok) throw new Error(begun.error.code);
  return evolveDraft(null, begun.value);
}

const act = (draft: Draft, action: string, payload: Partial<DraftContent> = {}, actor = author) => decideDraft(draft, { action, expectedRevision: draft.revision, actor, payload }, AT + 1);
const WHOLE = { typeCode: 'T1', lngLat: [120.28, 31.8], description: '路面积水', photos: ['a'] } as const;

describe('[CL36] a draft', () => {
  it('given little, when it is saved again, then it holds both', () => {
    const saved = act(kept({ description: '积水' }), 'save', { typeCode: 'T1' });
    expect(saved).toMatchObject({ ok: true, value: { type: 'draft-saved', content: { typeCode: 'T1', description: '积水', lngLat: null } } });
    expect(saved.ok && evolveDraft(kept({}), saved.value)).toMatchObject({ state: 'kept', revision: 2, savedAt: AT + 1, content: { typeCode: 'T1' } });
  });

  it.each(['typeCode', 'lngLat', 'description', 'photos'] as const)('given no %s, when it is handed in, then the refusal names it and what is open instead', (field) => {
    const rest = Object.fromEntries(Object.entries(WHOLE).filter(([name]) => name !== field));
    expect(act(kept(rest), 'submit')).toMatchObject({ ok: false, error: { code: 'CASE_FIELD_REQUIRED', field, rule: 'CL3', instead: ['save', 'discard'] } });
  });

  it('given all, when it is handed in, then it is over and names its case', () => {
    const done = act(kept(WHOLE), 'submit');
    expect(done.ok && evolveDraft(kept(WHOLE), { ...done.value, caseId: asId<CaseId>('c-1') })).toMatchObject({ state: 'handed-in', caseId: 'c-1' });
  });

  it('given one thrown away, when it is handed in, then it is refused', () => {
    expect(act({ ...kept(WHOLE), state: 'discarded' }, 'submit')).toMatchObject({ ok: false, error: { code: 'OBJECT_ACTION_NOT_IN_STATE', rule: 'CL1' } });
  });

  it('is nobody else\'s, and only grid workers keep any', () => {
    expect(act(kept(WHOLE), 'submit', {}, { ...author, id: 'p-2' })).toMatchObject({ ok: false, error: { code: 'OBJECT_NOT_FOUND', rule: 'CL36' } });
    expect(beginDraft('d-2', WHOLE, { ...author, role: 'squad' }, AT)).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN', rule: 'CL36' } });
  });
});
