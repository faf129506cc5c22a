import { describe, expect, it } from 'vitest';
import type { Actor } from '@wangge/shared/access';
import type { Case } from '@wangge/shared/case';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { createCalendar } from './create-calendar.ts';

const chief = { id: 'p', name: '', role: 'duty-chief', unitId: null, parentUnitId: null, areaCode: '320281104' } as const satisfies Actor;
const at = (text: string): number => Date.parse(`${text}+08:00`);
const running = (no: string, dueAt: string, more: object = {}): Case => ({ id: no, no, villageCode: '320281104001', state: 'handling', clock: { basis: 'work', dueAt: at(dueAt), startedAt: at('2026-10-01T09:00'), runningSince: at('2026-10-01T09:00') }, ...more }) as unknown as Case;

const shipped = { kind: 'work-calendar', version: 'v', effectiveFrom: '2000-01-01', publishedAt: 0, content: { coveredYears: [2026] } };
const later = { ...shipped, version: 'w', effectiveFrom: '2026-11-10', publishedAt: at('2026-11-10T10:00'), content: { coveredYears: [2026, 2027] } };

function warning(cases: readonly Case[], now: string, editions = [shipped]): object {
  const district = { current: () => ({ calendar: { version: 'v', coveredYears: editions.at(-1)!.content.coveredYears, seasons: [], exceptions: [] } }) } as unknown as DistrictApi;
  const feed = { all: () => cases.values(), onChanges: () => undefined } as unknown as CaseFeed;
  const feature = createCalendar({ district, feed, lists: { onPublished: () => undefined, versions: () => editions } as unknown as ListsApi });
  return feature.boards![0]!.read(chief, at(now));
}

describe('[SLA4] the warning of the working calendar', () => {
  it('names the year and the cases whose due date is a guess, of the area only', () => {
    const cases = [running('A', '2027-01-06T17:00'), running('B', '2026-12-30T17:00'), running('C', '2027-01-05T17:00', { villageCode: '320281105001' }), running('D', '2027-01-05T17:00', { state: 'closed' })];
    expect(warning(cases, '2026-10-20T09:00')).toMatchObject({ missingYears: [2027], guessedCount: 1, guessed: [{ no: 'A' }] });
  });

  it('[SLA12] keeps the warning on cases reckoned before the notice came, and drops it where the clock was reckoned anew', () => {
    const anew = { clock: { basis: 'work', dueAt: at('2027-01-07T17:00'), startedAt: at('2026-10-01T09:00'), runningSince: at('2026-11-10T11:00') } };
    const sameMorning = { clock: { ...anew.clock, runningSince: at('2026-11-10T09:00') } };
    const cases = [running('A', '2027-01-06T17:00'), running('B', '', anew), running('C', '', sameMorning)];
    expect(warning(cases, '2026-11-11T09:00', [shipped, later])).toMatchObject({ missingYears: [], guessedCount: 2, guessed: [{ no: 'A' }, { no: 'C' }] });
  });

  it('asks for the next year from November on, and says nothing before', () => {
    expect(warning([], '2026-10-31T09:00')).toMatchObject({ missingYears: [] });
    expect(warning([], '2026-11-01T09:00')).toMatchObject({ missingYears: [2027], guessedCount: 0 });
  });
});
