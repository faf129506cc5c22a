import { randomUUID } from 'node:crypto';
import type { Place } from '../../support/built-server.ts';
import { Person } from './person.ts';

/** An edition of the list of takeover rules (接管规则) whose one rule, for SOS, applies nowhere else, in force from today. */
export function quietRules(areas: readonly string[] = ['999999']): object {
  const rule = {
    id: 'elsewhere', name: '别处', on: 'sos', typeCodes: [], areas, alsoOwned: false, sound: 'none', isHeardInQuietHours: false, sentence: '{matter}',
    ladder: [{ name: '值班长', roles: ['duty-chief'], afterMin: 0 }], dwellS: 20,
  };
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const version = `测试 ${randomUUID().slice(0, 8)}`;
  const text = JSON.stringify({ version, effectiveFrom: today, rules: [rule], flood: { members: 10, windowMin: 10 }, longestShelfMin: 60, quiet: { from: '22:00', to: '06:00' } });
  return { version, effectiveFrom: today, documentNo: '', isConfirmed: true, text };
}

/** Publishes rules that apply nowhere, so that no 特急 case of the demo takes over a wall that a test is looking at; `areas`: where an SOS still does, none for everywhere. */
export async function quietWalls(place: Place, areas?: readonly string[]): Promise<void> {
  const person = await Person.signIn(place, 'guanli');
  await person.send('/api/v1/lists/takeover-rules/versions', quietRules(areas));
}
