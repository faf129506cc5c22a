import { describe, expect, it } from 'vitest';
import { ROLES } from '@wangge/shared/access';
import { REFUSALS } from '@wangge/shared/base';
import { CASE_ACTIONS, LIFE_CYCLE } from '@wangge/shared/case';
import { CASE_STATES, LEVELS, PLATFORMS, URGENCIES } from '@wangge/shared/district';
import { caseWords } from './zh-CN/case-words.ts';
import { refusals } from './zh-CN/refusals.ts';

describe('words of the domain', () => {
  it('names every state, action, event, role, level, urgency and platform', () => {
    const named: readonly (readonly [keyof typeof caseWords, readonly string[]])[] = [
      ['state', CASE_STATES], ['action', CASE_ACTIONS], ['event', ['reported', 'self-handling-reported', 'report-joined', 'reporter-erased', 'drill-ended', ...LIFE_CYCLE.map((row) => row.event)]],
      ['role', [...ROLES, 'channel', 'system']], ['level', LEVELS], ['urgency', URGENCIES], ['platform', PLATFORMS],
    ];
    for (const [group, names] of named) expect(Object.keys(caseWords[group]).toSorted()).toEqual([...names].toSorted());
  });

  it('asks in words for every field that an action of the desk requires', () => {
    const required = new Set(LIFE_CYCLE.flatMap((row): readonly string[] => ('requires' in row ? row.requires : [])));
    expect(Object.keys(caseWords.field)).toEqual(expect.arrayContaining([...required]));
  });

  it('has a sentence for every refusal', () => {
    expect(Object.keys(refusals)).toEqual(expect.arrayContaining(Object.keys(REFUSALS)));
  });
});
