import { describe, expect, it } from 'vitest';
import { createI18n } from 'vue-i18n';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

const TOPICS = Object.keys(zhCN) as (keyof typeof zhCN)[];

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`)).sort();
}

function slotsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, [...new Set([...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join()]];
  return Object.entries(value as object).flatMap(([key, inner]) => slotsOf(inner, `${path}.${key}`)).sort();
}

describe.each(TOPICS)('the sentences of %s', (topic) => {
  it('exist in both languages', () => {
    expect(keysOf(en[topic])).toEqual(keysOf(zhCN[topic]));
  });

  it('have the same values put in', () => {
    expect(slotsOf(en[topic])).toEqual(slotsOf(zhCN[topic]));
  });

  it('hold no Chinese in English', () => {
    expect(JSON.stringify(en[topic]).match(/[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]/gu) ?? []).toEqual([]);
  });
});

it('one of a thing is said in the singular', () => {
  const { t } = createI18n({ legacy: false, locale: 'en', messages: { en } }).global;
  const say: (key: string, named: object) => string = t;
  expect([0, 1, 2].map((n) => say('ui.timeline.steps', { n }))).toEqual(['0 steps', '1 step', '2 steps']);
});
