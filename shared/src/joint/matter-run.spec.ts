import { describe, expect, it } from 'vitest';
import { lampAt } from '../calendar/index.ts';
import { templateProblems, stepGroups } from './check-templates.ts';
import { allowedRunActions, openMatter } from './decide-run.ts';
import { evolveRun } from './evolve-run.ts';
import { T0, act, contextAt, finish, minute, opened, person, step, template } from './joint.fixture.ts';
import type { StepField } from './matter-template.ts';

const states = (run: ReturnType<typeof opened>): string => run.steps.map(({ id, state }) => `${id}:${state}`).join(' ');
const check: StepField = { key: 'ok', name: '与批准一致', kind: 'yes-no', isRequired: true };

describe('templates', () => {
  it.each([
    ['a ring', [step('a', ['c']), step('b', ['a']), step('c', ['b'])], '0.steps.0', '环节互为前置：a → b → c → a'],
    ['a step that waits for itself', [step('a', ['a'])], '0.steps.0', '环节互为前置：a → a'],
    ['a step that waits for nothing', [step('a'), step('b', ['z'])], '0.steps.1', '前置环节 z 不存在'],
    ['an id used twice', [step('a'), step('a')], '0.steps.1', '环节编号 a 重复'],
    ['no steps', [], '0.steps', '没有环节'],
    ['a scan without a site', [step('a', [], { isScanRequired: true })], '0.steps.0', '没有工地的事项不能要求扫码'],
  ])('[OM1] with %s are refused by place', (_what, steps, path, reason) => {
    expect(templateProblems([template(steps)])).toContainEqual({ path, reason: expect.stringContaining(reason) as string });
  });

  it('[OM1] of one code are refused; good ones are not', () => {
    expect(templateProblems([template(), template()])).toEqual([{ path: '1', reason: '模板编码 T 重复' }]);
    expect(templateProblems([template()])).toEqual([]);
  });

  it('[OM2] show which steps run side by side', () => {
    expect(stepGroups(template().steps).map((group) => group.map(({ id }) => id))).toEqual([['a'], ['b', 'c'], ['d']]);
  });
});

describe('a matter', () => {
  it('[OM2] given steps in order, when one is done, then all that waited for it open together with clocks of their own', () => {
    const run = opened();
    expect(states(run)).toBe('a:open b:waiting c:waiting d:waiting');
    const after = finish(run, 'a');
    expect(states(after)).toBe('a:done b:open c:open d:waiting');
    expect(after.steps[1]).toMatchObject({ departmentId: 'dep-b', openedAt: minute(10), clock: { dueAt: minute(110) } });
    expect(states(finish(after, 'b'))).toBe('a:done b:done c:open d:waiting');
    expect(states(finish(after, 'b', 'c'))).toBe('a:done b:done c:done d:open');
    expect(act(run, 'finish-step', person('department', 'dep-b'), { stepId: 'b' })).toMatchObject({ error: { code: 'STEP_NOT_OPEN', rule: 'OM2', detail: '环节a' } });
  });

  it('[OM2] judges each step by its own clock, which stands still when the step is done', () => {
    const run = opened();
    expect(lampAt(run.steps[0]!.clock!, minute(101))).toBe('red');
    expect(lampAt(finish(run, 'a').steps[0]!.clock!, minute(9_999))).toBe('green');
  });

  it('[OM3] lets only the holder of a step act on it, by department or by team', () => {
    const run = opened();
    expect(act(run, 'finish-step', person('department', 'dep-b'), { stepId: 'a' })).toMatchObject({ error: { code: 'STEP_NOT_YOURS', rule: 'OM3', detail: '部门a' } });
    expect(act(run, 'finish-step', person('squad', 'team-1', 'dep-a'), { stepId: 'a' }).ok).toBe(true);
    expect(act(run, 'finish-step', person('duty-chief'), { stepId: 'a' }).ok).toBe(false);
    const nobodys = opened(template([step('a', [], { owner: '部门x' })]));
    expect(act(nobodys, 'finish-step', person('duty-chief'), { stepId: 'a' }).ok).toBe(true);
  });

  it('[OM4] wants the photos and the entries that the template asks for', () => {
    const run = opened(template([step('a', [], { minPhotos: 1, fields: [{ key: 'm2', name: '面积', kind: 'number', isRequired: true }] })]));
    const given = (payload: object) => act(run, 'finish-step', person('department', 'dep-a'), { stepId: 'a', ...payload });
    expect(given({ values: { m2: 120 } })).toMatchObject({ error: { code: 'STEP_NEEDS_PHOTOS', detail: '1' } });
    for (const values of [{}, { m2: '120' }, { m2: 120, other: 1 }]) expect(given({ photos: ['p'], values })).toMatchObject({ error: { code: 'STEP_FORM_INVALID' } });
    expect(given({ photos: ['p'], values: { m2: 120 } })).toMatchObject({ ok: true, value: { to: 'done' } });
  });

  it('[OM5] stays at a step while a point is not in order, and counts it', () => {
    const run = opened(template([step('a', [], { fields: [check] })]));
    const values = { ok: false };
    expect(act(run, 'finish-step', person('department', 'dep-a'), { stepId: 'a', values })).toMatchObject({ error: { code: 'STEP_CHECK_FAILED', rule: 'OM5', detail: '与批准一致' } });
    const failed = act(run, 'fail-step', person('department', 'dep-a'), { stepId: 'a', values, reason: '超面积' });
    expect(failed.ok && evolveRun(run, failed.value)).toMatchObject({ state: 'running', steps: [{ state: 'open', failCount: 1, note: '超面积' }] });
  });

  it('[OM8] does a step of a visit only by a scan on the spot', () => {
    const run = opened(template([step('a', [], { isScanRequired: true })], { hasSite: true }));
    expect(act(run, 'finish-step', person('department', 'dep-a'), { stepId: 'a' })).toMatchObject({ error: { code: 'STEP_NEEDS_SCAN', rule: 'OM8' } });
    expect(act(run, 'finish-step', person('department', 'dep-a'), { stepId: 'a', isScanned: true }).ok).toBe(true);
  });

  it('[OM9] is opened by the roles that the template names', () => {
    const facts = { id: 'r', template: template(), templateVersion: 'v1', title: '', caseId: null, siteCode: null, villageCode: 'v1' };
    expect(openMatter(facts, person('grid-worker'), contextAt(T0))).toMatchObject({ error: { code: 'ACTION_FORBIDDEN', rule: 'OM9' } });
  });

  it('[OM10] is done with its last step', () => {
    expect(finish(opened(), 'a', 'b', 'c', 'd')).toMatchObject({ state: 'done', endedAt: minute(10) });
  });

  it('[OM11] skips a step, or ends, at the word of the duty chief or the commander, with a reason', () => {
    const run = opened();
    expect(act(run, 'skip-step', person('department', 'dep-a'), { stepId: 'a', reason: '不需要' })).toMatchObject({ error: { code: 'ACTION_FORBIDDEN' } });
    expect(act(run, 'skip-step', person('duty-chief'), { stepId: 'a' })).toMatchObject({ error: { code: 'OBJECT_FIELD_REQUIRED', field: 'reason' } });
    const skipped = act(run, 'skip-step', person('duty-chief'), { stepId: 'a', reason: '已有许可' });
    expect(skipped.ok && states(evolveRun(run, skipped.value))).toBe('a:skipped b:open c:open d:waiting');
    const ended = act(run, 'cancel', person('commander'), { reason: '撤回申请' });
    expect(ended.ok && evolveRun(run, ended.value)).toMatchObject({ state: 'cancelled', cancelReason: '撤回申请' });
  });

  it('[OM12] keeps the template it was opened by', () => {
    expect(opened()).toMatchObject({ templateCode: 'T', templateVersion: 'v1', steps: [{ limit: { value: 100 } }, {}, {}, {}] });
  });

  it('offers each actor what they may do with the open steps', () => {
    expect(allowedRunActions(opened(), person('department', 'dep-a'))).toEqual([{ stepId: 'a', actions: ['finish-step', 'fail-step'] }]);
    expect(allowedRunActions(opened(), person('duty-chief'))).toEqual([{ stepId: 'a', actions: ['skip-step', 'urge-step'] }, { stepId: null, actions: ['cancel'] }]);
    expect(allowedRunActions(opened(), person('leader'))).toEqual([]);
  });
});
