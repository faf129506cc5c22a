import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const TEST_FILE = /\.(spec|contract)\.ts$/;

function testFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => TEST_FILE.test(path) && !path.includes('node_modules'))
    .map((path) => join(ROOT, folder, path));
}

function numbersIn(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

describe('shared/SPEC.md', () => {
  const rules = numbersIn(readFileSync(join(ROOT, 'shared/SPEC.md'), 'utf8'), /^- \*\*([A-Z]+\d+)\*\*/gm);
  const files = ['shared/src', 'server/src', 'web/src', 'tests'].flatMap(testFiles);
  const tested = numbersIn(files.map((file) => readFileSync(file, 'utf8')).join('\n'), /\(\s*['"`]\[([A-Z]+\d+)\]/g);

  it('has a test for every rule', () => {
    expect([...rules].filter((rule) => !tested.has(rule))).toEqual([]);
  });

  it('has a rule for every number that a test names', () => {
    expect([...tested].filter((rule) => !rules.has(rule))).toEqual([]);
  });
});
