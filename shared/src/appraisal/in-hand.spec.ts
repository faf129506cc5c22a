import { describe, expect, it } from 'vitest';
import { asId } from '../base/index.ts';
import { AppraisalBook } from './appraisal-book.ts';
import { DEPARTMENT_A, Story, T0, calendar, countingContext, measured } from './appraisal.fixture.ts';
import { periodAt } from './period.ts';

const both = (numerator: number, denominator: number) => ({ numerator, denominator });
const department = (id: string) => ({ kind: 'department' as const, id });
const post = (id: string) => ({ kind: 'post' as const, id });
const MINUTE = 60_000;

describe('[AP18] each figure is of who had the case in hand', () => {
  it('given a case raised to another department, then that department is fed back for and the first owes nothing', () => {
    const raised = new Story('raised').sent().sign(5).then('raised', 'handling', { at: 10, role: 'department', lead: 'dep-up' }).back(30);
    expect(measured('I23', [raised], 60, department('dep-up'))).toEqual(both(1, 1));
    expect(measured('I22', [raised], 500, DEPARTMENT_A)).toEqual(both(0, 0));
  });

  it('given a county called and not yet answering, when the limit passes, then the department before owes nothing', () => {
    const called = new Story('called').sent().sign(5).then('county-called', 'county-called', { at: 10, role: 'duty-chief', lead: 'county-a' });
    expect(measured('I22', [called], 500, DEPARTMENT_A)).toEqual(both(0, 0));
    expect(measured('I32', [called], 500, { kind: 'team', id: 'team-a' })).toEqual(both(0, 0));
  });

  it('given a case marked bad and opened again for others, then the mark stays with who led, and nobody leads until it is sent', () => {
    const again = new Story('again').sent().sign(5).back(30).closed(31).then('evaluated', 'evaluated', { at: 40, role: 'inspector', payload: { satisfaction: 1, isResolved: false } })
      .then('reopened', 'filed', { at: 50, role: 'duty-chief' });
    expect(measured('I11', [again], 60, DEPARTMENT_A)).toEqual(both(0, 0));
    again.then('dispatched', 'dispatched', { at: 60, role: 'dispatcher', lead: 'dep-b', payload: { teamId: asId('team-b') } });
    expect(measured('I44', [again], 70, DEPARTMENT_A)).toEqual(both(0, 1));
    expect(measured('I44', [again], 70, department('dep-b'))).toEqual(both(0, 0));
  });

  it('given another hand finishing after a failed check, then the rework is of the first hand', () => {
    const story = new Story('hands').sent().sign(5).back(20).check(21).failed(30).then('reported-back', 'handled', { at: 40, role: 'department' });
    expect(measured('I24', [story], 60, post('handler:p-squad'))).toEqual(both(1, 0));
    expect(measured('I24', [story], 60, post('handler:p-department'))).toEqual(both(0, 0));
  });

  it('given a self-handled report approved and opened again, then it stays a valid report', () => {
    const self = new Story('s', { isSelfHandled: true }).then('self-handling-approved', 'closed', { at: 5, role: 'intake' }).then('reopened', 'filed', { at: 9, role: 'duty-chief' });
    expect(measured('I02', [self], 60)).toEqual(both(1, 0));
  });
});

describe('[AP19] wrong dispatches and checks', () => {
  it('given returns granted, then those on the ground of a wrong dispatch blame it, and no others', () => {
    const returned = (id: string, ground: 'misdispatched' | 'beyond-power') => new Story(id).sent()
      .then('return-requested', 'return-requested', { at: 5, role: 'squad', payload: { ground } }).then('returned', 'filed', { at: 6, role: 'duty-chief' });
    expect(measured('I18', [returned('wrong', 'misdispatched'), returned('beyond', 'beyond-power')], 20, post('dispatcher:p-dispatcher'))).toEqual(both(1, 2));
  });

  it('given a checker who tells in time that it failed, when the room sends it back late, then the checker kept the limit', () => {
    const story = new Story('told').sent().sign(5).back(20).check(21).then('check-failure-reported', 'checking', { at: 30, role: 'grid-worker', by: 'p-checker' }).failed(300);
    expect(measured('I07', [story], 400, post('grid-worker:p-checker'))).toEqual(both(1, 1));
  });

  it('given a second look asked for, then whoever looked before owes it', () => {
    const story = new Story('twice').sent().sign(5).back(20).check(21).then('check-passed', 'checked', { at: 30, role: 'grid-worker', by: 'p-checker' })
      .then('recheck-asked', 'checking', { at: 31, role: 'duty-chief' });
    expect(measured('I07', [story], 400, post('grid-worker:p-checker'))).toEqual(both(1, 2));
  });
});

describe('[AP20] what is taken back and what stands still', () => {
  it('given a redirect withdrawn, then the first dispatch and its signature stand and the second never was', () => {
    const story = new Story('undone').sent().sign(5).then('redirected', 'dispatched', { at: 8, role: 'dispatcher', lead: 'dep-b', payload: { teamId: asId('team-b') } })
      .then('withdrawn', 'filed', { at: 9, role: 'dispatcher' });
    expect(measured('I34', [story], 20, DEPARTMENT_A)).toEqual(both(0, 1));
    expect(measured('I34', [story], 20, department('dep-b'))).toEqual(both(0, 0));
    expect(measured('I17', [story], 20, post('dispatcher:p-dispatcher'))).toEqual(both(1, 1));
    expect(measured('I31', [story], 20)).toEqual(both(1, 1));
  });

  it('given a suspension that nobody ended on its day, then it ends there for the time of handling', () => {
    const story = new Story('late').sent().sign(5).then('suspended', 'suspended', { at: 10, role: 'centre-deputy', payload: { until: T0 + 30 * MINUTE } })
      .then('resumed', 'handling', { at: 40, role: 'dispatcher' }).back(60);
    expect(measured('I28', [story], 90, DEPARTMENT_A)).toEqual(both(37 * MINUTE, 1));
  });
});

describe('[AP1] what is kept follows time alone', () => {
  it('given a case closed before its team was due at the place, when that instant passes without an arrival, then the team is counted as not there', () => {
    const team = { kind: 'team' as const, id: 'team-a' };
    const book = new AppraisalBook(countingContext([], 0));
    for (const event of new Story('quick').sent().sign(5).back(20).closed(21).events) book.apply('quick', event, calendar);
    const seen = [40, 90].map((min) => {
      book.advance(T0 + min * MINUTE);
      return book.read(team, periodAt('month', T0)).of('I32');
    });
    expect(seen).toEqual([both(0, 0), both(0, 1)]);
  });
});

describe('[AK8] an order that went on to the next in line', () => {
  const team = (id: string) => ({ kind: 'team' as const, id });
  const passed = () => new Story('passed').sent().then('next-proposed', 'dispatched', { at: 5, role: 'system' })
    .then('passed-on', 'dispatched', { at: 6, role: 'dispatcher', payload: { teamId: asId('team-b') } });

  it('is no wrong dispatch, no second task and no return, and the first answer counts from the dispatch', () => {
    const story = passed().sign(9);
    expect(measured('I18', [story], 20, post('dispatcher:p-dispatcher'))).toEqual(both(1, 1));
    expect(measured('I34', [story], 20, DEPARTMENT_A)).toEqual(both(0, 1));
    expect(measured('I30', [story], 20, DEPARTMENT_A)).toEqual(both(6 * MINUTE, 1));
    expect(measured('I31', [story], 20, DEPARTMENT_A)).toEqual(both(1, 1));
  });

  it('is owed on site by the team that has it, from when it got it, and by the first no more', () => {
    const story = passed().sign(9).then('arrived', 'handling', { at: 60, role: 'squad' });
    expect(measured('I32', [story], 500, team('team-b'))).toEqual(both(1, 1));
    expect(measured('I32', [story], 500, team('team-a'))).toEqual(both(0, 0));
  });
});
