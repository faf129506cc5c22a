import { describe, expect, it } from 'vitest';
import { wall as english } from './en/wall.ts';
import { wall as chinese } from './zh-CN/wall.ts';

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`)).sort();
}

function slotsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, [...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join()]];
  return Object.entries(value as object).flatMap(([key, inner]) => slotsOf(inner, `${path}.${key}`));
}

describe('the sentences of the wall', () => {
  it('exist in both languages', () => {
    expect(keysOf(english)).toEqual(keysOf(chinese));
  });

  it('use no value in English that Chinese does not name', () => {
    const named = new Map(slotsOf(chinese));
    const strange = slotsOf(english).filter(([path, slots]) => slots.split(',').some((slot) => slot !== '' && !named.get(path)?.split(',').includes(slot)));
    expect(strange).toEqual([]);
  });
});
