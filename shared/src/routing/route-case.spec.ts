import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../calendar/index.ts';
import type { ResponsibilityItem } from '../district/index.ts';
import { countBounces, groundOf, routeCase, type RouteQuestion } from './index.ts';

const calendar: WorkCalendar = {
  version: 'spec', effectiveFrom: '2026-01-01', coveredYears: [2026], exceptions: [],
  seasons: [{ from: '01-01', to: '12-31', sessions: [{ startMin: 510, endMin: 1020 }] }],
  rosters: [{ name: '全天', departments: ['派出所'], shifts: [{ days: 'every-day', startMin: 0, endMin: 1440 }] }],
};
const item = (no: string, more: Partial<ResponsibilityItem> = {}): ResponsibilityItem => ({
  no, domain: '房', name: `事项${no}`, leadDepartment: '城市管理局', supportDepartments: ['公安局'], townRole: 'support', townDepartment: '综合执法队', leadDuty: '', townDuty: '',
  office: '', phone: '', limit: { value: 3, unit: 'work_day' }, basis: '法', typeCodes: ['E1'], ground: 'all', validFrom: '2026-01-01', validTo: null, nextNo: null, ...more,
});
const noon = Date.parse('2026-01-05T12:00+08:00');
const night = Date.parse('2026-01-05T23:00+08:00');
const type = { code: 'E1', leadDept: '综合执法队', supportDepts: ['派出所'], urgency: 'normal' } as const;
const ask = (more: Partial<RouteQuestion> = {}) => routeCase({ type, matter: '', level: 'ordinary', ground: 'rural', at: noon, items: [item('A')], calendar, room: '指挥室', ...more });
const whyNot = (route: ReturnType<typeof routeCase>, name: string) => route.alternatives.find((one) => one.no === name || one.name === name)?.why;

describe('the route of a case', () => {
  it('[RT1] rests on the item that names its type, holds on that day and fits the place', () => {
    const items = [item('A', { ground: 'urban' }), item('B', { ground: 'rural' }), item('C'), item('D', { validTo: '2026-01-04' }), item('E', { typeCodes: ['X'] })];
    const route = ask({ items });
    expect(route.item?.no).toBe('B');
    expect([whyNot(route, 'A'), whyNot(route, 'C'), whyNot(route, 'D'), whyNot(route, 'E')]).toEqual(['wrong-ground', 'other-item', 'not-valid', undefined]);
    expect(ask({ items, ground: 'urban' }).item?.no).toBe('A');
  });

  it('[RT6] takes of several the one for just this ground, then the one named like the matter, then the one for the fewest types', () => {
    const items = [item('A', { typeCodes: ['E1', 'E2'] }), item('B', { name: '夜间施工噪声' }), item('C', { name: '广场舞噪声' })];
    expect(ask({ items, matter: '广场舞太响，噪声扰民' }).item?.no).toBe('C');
    expect(ask({ items, matter: '夜间施工' }).item?.no).toBe('B');
    expect(ask({ items: items.slice(0, 2), matter: '其他' }).item?.no).toBe('B');
    expect(ask({ items: [...items, item('D', { ground: 'rural' })], matter: '夜间施工' }).item?.no).toBe('D');
  });

  it('[RT2] keeps with the township what it can do, calls several for what is serious, and the county for what is major', () => {
    const ordinary = ask();
    expect(ordinary).toMatchObject({ tier: 'township', lead: '综合执法队', supports: ['派出所'] });
    expect(whyNot(ordinary, '城市管理局')).toBe('township-can');
    expect(ask({ level: 'serious' })).toMatchObject({ tier: 'joint', lead: '综合执法队' });
    const major = ask({ level: 'major' });
    expect(major).toMatchObject({ tier: 'county', lead: '城市管理局', supports: ['综合执法队', '派出所', '公安局'] });
    expect(whyNot(major, '综合执法队')).toBe('too-big');
    expect(ask({ type: { ...type, leadDept: '村(社区)' }, items: [] }).tier).toBe('village');
  });

  it('[RT2] leaves with the township what the list makes its own, however big', () => {
    expect(ask({ level: 'major', items: [item('A', { townRole: 'lead', leadDepartment: '镇人民政府' })] }).lead).toBe('综合执法队');
  });

  it('[RT3] follows the list where the table of types names another, and the table where the list is silent', () => {
    const route = ask({ items: [item('A', { townDepartment: '自然资源所' })] });
    expect([route.lead, whyNot(route, '综合执法队')]).toEqual(['自然资源所', 'list-names-another']);
    expect(ask({ items: [] })).toMatchObject({ item: null, lead: '综合执法队' });
    expect(ask({ items: [item('A', { townDepartment: '' })] }).lead).toBe('综合执法队');
  });

  it('[RT4] waits for the opening when it can, and goes to whoever is on duty when it cannot', () => {
    expect(ask({ at: night })).toMatchObject({ receiver: '综合执法队', opensAt: Date.parse('2026-01-06T08:30+08:00') });
    const urgent = ask({ at: night, type: { ...type, urgency: 'urgent' } });
    expect([urgent.lead, urgent.receiver, whyNot(urgent, '综合执法队')]).toEqual(['综合执法队', '派出所', 'off-duty']);
    expect(ask({ at: night, type: { ...type, urgency: 'critical', supportDepts: [] } }).receiver).toBe('指挥室');
    expect(ask().opensAt).toBeNull();
  });

  it('knows a community from a village', () => {
    expect([groundOf('马镇社区'), groundOf('方园村')]).toEqual(['urban', 'rural']);
  });
});

describe('bounces', () => {
  it('[RT5] are counted by item and pair of departments, returns and redirects apart, the worst first', () => {
    const bounce = { itemNo: 'A', from: '甲', to: '乙' };
    expect(countBounces([{ itemNo: null, from: '丙', to: null, how: 'return' }, { ...bounce, how: 'return' }, { ...bounce, how: 'redirect' }, { ...bounce, how: 'return' }])).toEqual([
      { ...bounce, returns: 2, redirects: 1 }, { itemNo: null, from: '丙', to: null, returns: 1, redirects: 0 },
    ]);
  });
});
