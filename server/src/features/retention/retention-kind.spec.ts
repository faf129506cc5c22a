import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '@wangge/shared/base';
import { policyOf, retentionKind } from './retention-kind.api.ts';

const NOTHING = { hasDepartment: () => true, contentOf: () => undefined };
const text = retentionKind.defaultText();
const read = (edit: (text: string) => string) => retentionKind.read(edit(text), NOTHING);
const problemsOf = (edit: (text: string) => string): string[] => read(edit).problems.map(({ line, column, reason }) => `${line} ${column} ${reason}`);

describe('the list of how long things are kept', () => {
  it('[KP1] says it for everything, each line with its ground', () => {
    const { content, problems } = read((all) => all);
    expect(problems).toEqual([]);
    expect(content.every(({ basis }) => basis.length > 0)).toBe(true);
    expect(policyOf(content)).toEqual({
      trackDetailMs: 90 * DAY_MS, trackSpacingMs: 2 * MINUTE_MS, trackKeptMs: 365 * DAY_MS, caseArchiveMs: 30 * DAY_MS, reporterDataMs: 1_095 * DAY_MS,
      auditMs: 365 * DAY_MS, sessionsMs: 30 * DAY_MS,
    });
  });

  it('[KP2] is refused with an audit log of fewer than 180 days, naming line and law', () => {
    expect(problemsOf((all) => all.replace('审计日志,365日', '审计日志,179日'))).toEqual(['7 期限 审计日志不得少于 180 日：《网络安全法》第二十一条第三项，网络日志留存不少于六个月']);
    expect(problemsOf((all) => all.replace('审计日志,365日', '审计日志,180日'))).toEqual([]);
  });

  it.each([
    ['a line that is missing', /^登录会话.*\n/m, '', '1 项目 缺少“登录会话”'],
    ['a line given twice', /$/, '登录会话,3日,再说一次\n', '9 项目 “登录会话”重复，第 8 行已有'],
    ['working days', '案件归档,30日', '案件归档,30工作日', '5 期限 应为日、小时或分钟，不是工作日'],
    ['a track that goes before it is thinned', '轨迹保存,365日', '轨迹保存,60日', '4 期限 轨迹保存不得短于轨迹全量'],
    ['a track too thin to count on', '轨迹抽稀间隔,2分钟', '轨迹抽稀间隔,6分钟', '3 期限 不得超过 5 分钟：再稀，里程就断了'],
    ['reporters forgotten while their case can be opened again', '诉求人信息,1095日', '诉求人信息,30日', '6 期限 诉求人信息不得少于 180 日：回访、重新激活和重复诉求还要用它'],
  ])('[KP1] is refused with %s', (_what, from, to, problem) => {
    expect(problemsOf((all) => all.replace(from, to))).toEqual([problem]);
  });
});
