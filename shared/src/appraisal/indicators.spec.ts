import { describe, expect, it } from 'vitest';
import { asId } from '../base/index.ts';
import { DEPARTMENT_A, Story, T0, actor, measured, plainType } from './appraisal.fixture.ts';

const DAY_MIN = 24 * 60;
const both = (numerator: number, denominator: number) => ({ numerator, denominator });
const post = (id: string) => ({ kind: 'post' as const, id });

describe('[AP3] 应结案', () => {
  const closed = new Story('closed').sent().sign(5).back(30).closed(31);
  const open = new Story('open').sent().sign(5);
  it('given cases closed in the period, past due, and not yet due, when counted, then the first two are due and the last is not', () => {
    expect(measured('I19', [closed, open], 60)).toEqual(both(1, 0));
    expect(measured('I19', [closed, open], 101)).toEqual(both(2, 0));
    expect(measured('I20', [closed, open], 101)).toEqual(both(1, 2));
  });

  it('given one that ran out on one day and was closed late on the next, then it is due on each of the days and once in the month', () => {
    const late = new Story('late').sent().sign(5).back(DAY_MIN).closed(DAY_MIN + 10);
    expect(measured('I20', [late], DAY_MIN + 60, DEPARTMENT_A, 'day', 0)).toEqual(both(0, 1));
    expect(measured('I20', [late], DAY_MIN + 60, DEPARTMENT_A, 'day', DAY_MIN)).toEqual(both(1, 1));
    expect(measured('I20', [late], DAY_MIN + 60, DEPARTMENT_A, 'month')).toEqual(both(1, 1));
    expect(measured('I21', [late], DAY_MIN + 60, DEPARTMENT_A, 'month')).toEqual(both(0, 1));
  });

  it('given a suspended case, when its old limit passes, then it is not due but counted as suspended', () => {
    const paused = new Story('paused').sent().sign(5).then('suspension-requested', 'suspension-requested', { at: 6, role: 'squad' }).then('suspended', 'suspended', { at: 7, role: 'centre-deputy' });
    expect(measured('I19', [paused], 500)).toEqual(both(0, 0));
    expect(measured('I27', [paused], 500)).toEqual(both(0, 0));
    expect(measured('I35', [paused], 500, DEPARTMENT_A)).toEqual(both(1, 0));
  });

  it('given an extension, then the new limit counts', () => {
    const extended = new Story('extended').sent().sign(5).then('extended', 'handling', { at: 50, role: 'duty-chief', payload: { until: T0 + 400 * 60_000 } });
    expect(measured('I19', [extended], 399)).toEqual(both(0, 0));
    expect(measured('I19', [extended], 401)).toEqual(both(1, 0));
    expect(measured('I33', [extended], 60, DEPARTMENT_A)).toEqual(both(1, 1));
  });

  it('given one handed in in time and waiting for its check, then it is neither due nor overdue', () => {
    const waiting = new Story('waiting').sent().sign(5).back(90);
    expect(measured('I19', [waiting], 300)).toEqual(both(0, 0));
    expect(measured('I27', [waiting], 300)).toEqual(both(0, 0));
  });

  it('given merged, refused and voided cases, then only the others are due', () => {
    const merged = new Story('merged').then('merged', 'merged', { at: 5, role: 'intake' });
    const refused = new Story('refused').then('refused', 'refused', { at: 5, role: 'intake' });
    const voided = new Story('voided').sent().sign(5).then('void-requested', 'void-requested', { at: 6, role: 'dispatcher' }).then('voided', 'voided', { at: 7, role: 'duty-chief' });
    expect(measured('I19', [merged, refused, voided], 500)).toEqual(both(0, 0));
  });
});

describe('[AP4] 按期', () => {
  it('given work handed in in time and closed after the limit, then it is in time', () => {
    const story = new Story('slow-room').sent().sign(5).back(90).closed(200);
    expect(measured('I21', [story], 300)).toEqual(both(1, 1));
    expect(measured('I15', [story], 300, post('duty-chief:p-duty-chief'))).toEqual(both(1, 1));
  });

  it('given a failed check, then the time before it and after it together are judged at the feedback that passes', () => {
    const kept = new Story('kept').sent().sign(5).back(60).check(61).failed(200).back(230).closed(231);
    const missed = new Story('missed').sent().sign(5).back(60).check(61).failed(200).back(250).closed(251);
    expect(measured('I21', [kept, missed], 300)).toEqual(both(1, 2));
    expect(measured('I23', [kept, missed], 300, DEPARTMENT_A)).toEqual(both(1, 2));
    expect(measured('I26', [kept, missed], 300, DEPARTMENT_A)).toEqual(both(1, 2));
  });

  it('given work still owed after its limit, then it is due to be handled, not handled in time, and overdue', () => {
    const owed = new Story('owed').sent().sign(5);
    expect(measured('I22', [owed], 200, DEPARTMENT_A)).toEqual(both(1, 0));
    expect(measured('I23', [owed], 200, DEPARTMENT_A)).toEqual(both(0, 1));
    expect(measured('I26', [owed], 200, DEPARTMENT_A)).toEqual(both(1, 1));
    expect(measured('I27', [owed], 200, DEPARTMENT_A)).toEqual(both(1, 0));
  });
});

describe('[AP5] flagged errors of other products are not repeated', () => {
  it('I02: given a report filed and later voided, then it was not a valid report', () => {
    const good = new Story('good').sent();
    const voided = new Story('voided').sent().then('void-requested', 'void-requested', { at: 6, role: 'dispatcher' }).then('voided', 'voided', { at: 7, role: 'duty-chief' });
    expect(measured('I02', [good, voided], 60, post('grid-worker:p-grid-worker'))).toEqual(both(1, 0));
    expect(measured('I03', [good, voided], 60, post('grid-worker:p-grid-worker'))).toEqual(both(1, 2));
  });

  it('I10: given checks sent in time and verifications sent late, then it is the checks that count', () => {
    const story = new Story('late-verify').then('report-verification-asked', 'verifying-report', { at: 40, role: 'intake', payload: { personId: asId('p-checker') } })
      .then('report-confirmed', 'reported', { at: 45, role: 'grid-worker', by: 'p-checker' })
      .then('accepted', 'accepted', { at: 46, role: 'intake' }).then('filed', 'filed', { at: 47, role: 'duty-chief' })
      .then('dispatched', 'dispatched', { at: 48, role: 'dispatcher', lead: 'dep-a', payload: { teamId: asId('team-a') } }).sign(50).back(60).check(65);
    expect(measured('I10', [story], 70, post('intake:p-intake'))).toEqual(both(1, 1));
    expect(measured('I09', [story], 70, post('intake:p-intake'))).toEqual(both(0, 1));
    expect(measured('I06', [story], 70, post('grid-worker:p-checker'))).toEqual(both(1, 1));
  });

  it('I18: given rework, then the dispatch was right; given another department, then it was wrong', () => {
    const rework = new Story('rework').sent().sign(5).back(30).check(31).failed(40);
    const moved = new Story('moved').sent().then('redirected', 'dispatched', { at: 6, role: 'dispatcher', lead: 'dep-b', payload: { teamId: asId('team-b') } });
    const sameHouse = new Story('same').sent().then('redirected', 'dispatched', { at: 6, role: 'dispatcher', payload: { teamId: asId('team-c') } });
    expect(measured('I18', [rework, moved, sameHouse], 60, post('dispatcher:p-dispatcher'))).toEqual(both(2, 3));
    expect(measured('I24', [rework, moved, sameHouse], 60)).toEqual(both(1, 0));
  });

  it('I25: given two failed checks of one case, then the rate is rework by cases due', () => {
    const twice = new Story('twice').sent().sign(5).back(10).check(11).failed(12).back(20).check(21).failed(22).back(30).closed(31);
    const once = new Story('once').sent().sign(5).back(10).closed(11);
    expect(measured('I25', [twice, once], 60, DEPARTMENT_A)).toEqual(both(2, 2));
  });
});

describe('[AP6] reports', () => {
  it('given public reports of what a patrol could have seen, then they are missed by the grid and counted against all filed there', () => {
    const told = new Story('told', { by: actor('channel'), source: '12345热线' }).sent();
    const personal = new Story('personal', { by: actor('channel'), source: '12345热线', type: { ...plainType, containsPersonalInfo: true } }).sent();
    const patrol = new Story('patrol').sent();
    expect(measured('I04', [told, personal, patrol], 60, post('grid-worker:p-grid-worker'))).toEqual(both(1, 0));
    expect(measured('I05', [told, personal, patrol], 60, post('grid-worker:p-grid-worker'))).toEqual(both(1, 3));
    expect(measured('I38', [told, personal, patrol], 60)).toEqual(both(2, 3));
  });

  it('given merged and self-handled reports, then each is a report, both are valid, and neither is filed', () => {
    const merged = new Story('m').then('merged', 'merged', { at: 5, role: 'intake' });
    const self = new Story('s', { isSelfHandled: true }).then('self-handling-approved', 'closed', { at: 5, role: 'intake' });
    expect(measured('I03', [merged, self], 60, post('grid-worker:p-grid-worker'))).toEqual(both(2, 2));
    expect(measured('I12', [merged, self], 60)).toEqual(both(0, 0));
    expect(measured('I39', [self], 60)).toEqual(both(1, 1));
  });

  it('given the same person and type within 30 days, then the later one is a repeat', () => {
    const by = actor('channel');
    const first = new Story('a', { by, source: '12345热线', phone: '1' });
    const again = new Story('b', { by, source: '12345热线', phone: '1', atMin: 60 });
    const other = new Story('c', { by, source: '12345热线', phone: '2', atMin: 60 });
    expect(measured('I47', [first, again, other], 90)).toEqual(both(1, 3));
  });
});

describe('[AP7] steps and tasks', () => {
  it('given a limit that ran out while the step was owed, then it is missed even if it is done later or never', () => {
    const late = new Story('late').sent().sign(30);
    const never = new Story('never').sent();
    expect(measured('I31', [late, never], 60, DEPARTMENT_A)).toEqual(both(0, 2));
    expect(measured('I31', [late, never], 10, DEPARTMENT_A)).toEqual(both(0, 1));
  });

  it('given a dispatch withdrawn in time, then it never was', () => {
    const story = new Story('undone').sent().then('withdrawn', 'filed', { at: 3, role: 'dispatcher' });
    expect(measured('I16', [story], 10)).toEqual(both(0, 0));
    expect(measured('I34', [story], 10, DEPARTMENT_A)).toEqual(both(0, 0));
  });

  it('given a return granted, then the department owes nothing and the return is counted; given two turned down, then it shirks', () => {
    const granted = new Story('granted').sent().then('return-requested', 'return-requested', { at: 5, role: 'squad' }).then('returned', 'filed', { at: 6, role: 'centre-deputy' });
    expect(measured('I34', [granted], 500, DEPARTMENT_A)).toEqual(both(1, 1));
    expect(measured('I22', [granted], 500, DEPARTMENT_A)).toEqual(both(0, 0));
    expect(measured('I18', [granted], 60, post('dispatcher:p-dispatcher'))).toEqual(both(1, 1));
    const shirking = new Story('shirking').sent();
    for (const at of [5, 8]) shirking.then('return-requested', 'return-requested', { at, role: 'squad' }).then('return-rejected', 'dispatched', { at: at + 1, role: 'duty-chief' });
    expect(measured('I36', [shirking], 60, DEPARTMENT_A)).toEqual(both(1, 0));
  });

  it('given suspensions, then handling is counted in working time without them', () => {
    const story = new Story('paused').sent().sign(5).then('suspended', 'suspended', { at: 10, role: 'centre-deputy' }).then('resumed', 'handling', { at: 40, role: 'dispatcher' }).back(60);
    expect(measured('I28', [story], 90, DEPARTMENT_A)).toEqual(both(27 * 60_000, 1));
  });

  it('given an evaluation, then satisfaction and solution are counted of those who answered', () => {
    const content = new Story('yes').sent().sign(5).back(30).closed(31).then('evaluated', 'evaluated', { at: 40, role: 'inspector', payload: { satisfaction: 3, isResolved: true } });
    const angry = new Story('no').sent().sign(5).back(30).closed(31).then('evaluated', 'evaluated', { at: 40, role: 'inspector', payload: { satisfaction: 2, isResolved: false } });
    const silent = new Story('silent').sent().sign(5).back(30).closed(31);
    expect(measured('I44', [content, angry, silent], 60, DEPARTMENT_A)).toEqual(both(1, 2));
    expect(measured('I45', [content, angry, silent], 60, DEPARTMENT_A)).toEqual(both(1, 2));
  });

  it('given teams sent out, then those there within the limit count, by team and by people', () => {
    const there = new Story('there').sent().sign(5).then('arrived', 'handling', { at: 60, role: 'squad' });
    const away = new Story('away').sent().sign(5);
    const team = { kind: 'team' as const, id: 'team-a' };
    expect(measured('I32', [there, away], 70, team)).toEqual(both(1, 2));
    expect(measured('I50', [there, away], 70, team)).toEqual(both(4, 8));
  });
});

describe('[AP22] 响应率', () => {
  const rung = (story: Story, at: number) => story.then('reporter-contacted', 'handling', { at, role: 'squad', payload: { answerHow: 'phone', note: '已联系' } });
  const sent = (id: string, more: { phone?: string; source?: string }) => new Story(id, { source: '12345热线', ...more }).sent().sign(5);

  it('given reporters rung in time, too late and not at all, then each counts once its limit is over or they were rung', () => {
    const stories = [rung(sent('soon', { phone: '1' }), 60), rung(sent('late', { phone: '2' }), 25 * 60), sent('never', { phone: '3' })];
    expect(measured('I46', stories.slice(2), 60, DEPARTMENT_A)).toEqual(both(0, 0));
    expect(measured('I46', stories, 25 * 60 + 10, DEPARTMENT_A, 'month')).toEqual(both(1, 3));
  });

  it('given nobody of the public, or nobody who can be reached, then nothing is owed', () => {
    const stories = [sent('nobody', {}), sent('walker', { phone: '1', source: '网格上报' })];
    expect(measured('I46', stories, 25 * 60, DEPARTMENT_A, 'month')).toEqual(both(0, 0));
  });
});
