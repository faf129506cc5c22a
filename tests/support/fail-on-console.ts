import { afterEach, beforeEach, expect, vi } from 'vitest';

const METHODS = ['error', 'warn'] as const;

let unexpected: string[] = [];

beforeEach(() => {
  unexpected = [];
  for (const method of METHODS) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      unexpected.push(`console.${method}: ${words.map(String).join(' ')}`);
    });
  }
});

/** A warning nobody asked for is a failure; a test that expects one spies on the console itself. */
afterEach(() => {
  vi.restoreAllMocks();
  expect(unexpected).toEqual([]);
});
