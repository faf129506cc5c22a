import { describe, expect, it } from 'vitest';
import type { CaseEvent, CaseEventType } from '../case/index.ts';
import { leadingZeroBits, plainText, readProof, readReceiptCode, receiptCodeFrom, shownReceiptCode, stepsOf, writeProof } from './index.ts';

describe('what a citizen writes', () => {
  it.each([
    ['a mark that turns the direction', '路灯\u202E不亮', '路灯不亮'], ['signs nobody sees', '\u200B路\uFEFF坏了\u2066', '路坏了'], ['controls', '一\u0000二\u0007\r\n三', '一二\n三'],
    ['half a character', '坏\uD83D了', '坏\uFFFD了'], ['a wall of blank lines', '上\n\n\n\n\n下 ', '上\n\n下'], ['a script, which is only text', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('[CZ7] loses %s', (_what, given, plain) => {
    expect(plainText(given)).toBe(plain);
  });
});

describe('a receipt code', () => {
  it('[CZ3] is read as people type it, and nothing else is', () => {
    const code = receiptCodeFrom(Uint8Array.from({ length: 32 }, (_, i) => i * 7))!;
    expect(shownReceiptCode(code)).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(readReceiptCode(` ${shownReceiptCode(code).toLowerCase()} `)).toBe(code);
    expect([readReceiptCode(code.slice(1)), readReceiptCode(`${code.slice(1)}0`), readReceiptCode('')]).toEqual([null, null, null]);
    expect(receiptCodeFrom(new Uint8Array(32).fill(255))).toBeNull();
  });
});

describe('a proof of work', () => {
  it('[CZ1] travels whole, and counts the zero bits a digest begins with', () => {
    const challenge = { key: 'k', salt: 's', bits: 15, expiresAt: 1_800_000_000_000, seal: 'x_-' };
    expect(readProof(writeProof(challenge, 42))).toEqual({ challenge, nonce: 42 });
    expect(['', 'k.s.15.1.x', 'k.s.x.1.x.1', 'k.s.15.1.x.-1', 'k.s.15.1.x.1.1'].map(readProof)).toEqual([null, null, null, null, null]);
    expect([[255], [1, 255], [0, 0x10], [0, 0]].map((bytes) => leadingZeroBits(Uint8Array.from(bytes)))).toEqual([0, 7, 11, 16]);
  });
});

describe('what is told of two who reported one matter', () => {
  it('[CZ10] an ask for another round and its answer to the one who asked, what became of the case to both', () => {
    const event = (type: CaseEventType, at: number, reportCaseId?: string): CaseEvent => ({ type, at, payload: { reportCaseId } }) as unknown as CaseEvent;
    const events = [event('closed', 1), event('reopening-asked', 2, 'mine'), event('reopening-declined', 3, 'mine'), event('reopening-asked', 4, 'theirs'), event('reopened', 5)];
    const toldTo = (reportId: string): string[] => stepsOf(events, reportId).map(({ step, at }) => `${step} ${at}`);
    expect(toldTo('mine')).toEqual(['closed 1', 'asked-again 2', 'kept 3', 'reopened 5']);
    expect(toldTo('theirs')).toEqual(['closed 1', 'asked-again 4', 'reopened 5']);
  });
});
