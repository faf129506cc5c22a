import { describe, expect, it } from 'vitest';
import { citizenDoorKind } from './citizen-door-kind.api.ts';

const text = citizenDoorKind.defaultText();
const codes = [...text.matchAll(/"typeCode": "(\w+)"/g)].map(([, code]) => ({ code }));
const problemsOf = (given: string) => citizenDoorKind.read(given, { hasDepartment: () => true, contentOf: (kind) => (kind === 'case-types' ? codes : undefined) }).problems;

describe('the list of what citizens report', () => {
  it('[CZ8] is refused with an unknown type, or one given twice, by line', () => {
    expect(problemsOf(text)).toEqual([]);
    const line = text.split('\n').findIndex((words) => words.includes('E0110')) + 1;
    expect(problemsOf(text.replace('E0110', 'X9'))).toEqual([{ line, column: 'matters.1.typeCode', reason: '案件类型表里没有这个编码' }]);
    expect(problemsOf(text.replace('E0110', 'E0102'))).toEqual([{ line, column: 'matters.1.typeCode', reason: '重复：同一类型只写一次' }]);
  });
});
