import { describe, expect, it } from 'vitest';
import { firstEmpty, payloadOf, type FormField } from './form-field.ts';

const fields: readonly FormField[] = [
  { kind: 'text', name: 'reason', label: '理由' },
  { kind: 'picks', name: 'units', label: '单位', choices: [] },
  { kind: 'number', name: 'days', label: '天数' },
  { kind: 'yes-no', name: 'isDone', label: '已办完' },
  { kind: 'line', name: 'note', label: '备注', isOptional: true },
];

describe('a form', () => {
  it('asks for the first field left empty; blanks and empty lists are nothing, no and zero are answers', () => {
    expect(firstEmpty(fields, { reason: '  ' })?.name).toBe('reason');
    expect(firstEmpty(fields, { reason: '路不通', units: [] })?.name).toBe('units');
    expect(firstEmpty(fields, { reason: '路不通', units: ['d1'], days: 0 })?.name).toBe('isDone');
    expect(firstEmpty(fields, { reason: '路不通', units: ['d1'], days: 0, isDone: false })).toBeNull();
  });

  it('sends what was filled and nothing that the form does not hold', () => {
    expect(payloadOf(fields, { reason: '路不通', units: [], days: 0, isDone: false, note: ' ', other: 1 })).toEqual({ reason: '路不通', days: 0, isDone: false });
  });
});
