import { describe, expect, it } from 'vitest';
import { ROLES } from '@wangge/shared/access';
import { REFUSALS } from '@wangge/shared/base';
import { CASE_ACTIONS, LIFE_CYCLE } from '@wangge/shared/case';
import { CASE_STATES, LEVELS, PLATFORMS, URGENCIES } from '@wangge/shared/district';
import { caseWords as caseWordsEn } from './en/case-words.ts';
import { desk as deskEn } from './en/desk.ts';
import { field as fieldEn } from './en/field.ts';
import { refusals as refusalsEn } from './en/refusals.ts';
import { caseWords } from './zh-CN/case-words.ts';
import { desk } from './zh-CN/desk.ts';
import { field } from './zh-CN/field.ts';
import { refusals } from './zh-CN/refusals.ts';

type Words = { readonly [name: string]: string | readonly string[] | Words };

function paths(words: Words | readonly string[], path = ''): string[] {
  return Object.entries(words).flatMap(([name, value]) => (typeof value === 'string' ? [path + name] : paths(value, `${path}${name}.`)));
}

function placeholders(words: Words | readonly string[]): string[] {
  return Object.values(words).flatMap((value) => (typeof value === 'string' ? [(value.match(/\{\w+\}/g) ?? []).toSorted().join(' ')] : placeholders(value)));
}

describe('words of the domain', () => {
  it('names every state, action, event, role, level, urgency and platform', () => {
    const named: readonly (readonly [keyof typeof caseWords, readonly string[]])[] = [
      ['state', CASE_STATES], ['action', CASE_ACTIONS], ['event', ['reported', 'self-handling-reported', 'report-joined', ...LIFE_CYCLE.map((row) => row.event)]],
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

describe('English', () => {
  it('says all that Chinese says, with the same values put in', () => {
    for (const [zh, en] of [[caseWords, caseWordsEn], [desk, deskEn], [field, fieldEn], [refusals, refusalsEn]] as const) {
      expect(paths(en).toSorted()).toEqual(paths(zh).toSorted());
    }
    expect(placeholders(deskEn)).toEqual(placeholders(desk));
    expect(placeholders(fieldEn)).toEqual(placeholders(field));
  });
});
