import type { Village } from '@wangge/shared/district';
import type { Grade } from '@wangge/shared/draw';
import type { EnforcementCast } from './cast.ts';

const OBJECT_KINDS: readonly (readonly [kind: string, name: string, count: number])[] = [
  ['餐饮单位', '示例饭店', 110], ['食品销售', '示例食品店', 70], ['工业企业', '示例工厂', 70], ['建筑工地', '示例工地', 15], ['门店', '示例门店', 35],
];
/** One in twenty is trusted least. */
const GRADES: readonly Grade[] = ['A', 'B', 'A', 'A', 'C', 'A', 'B', 'A', 'B', 'A', 'C', 'A', 'B', 'A', 'A', 'B', 'D', 'A', 'C', 'B'];

/** 检查对象名录库 of the demo as a table: 300 entities that do not exist, spread over the villages. */
export function objectRegister(villages: readonly Village[]): string {
  let serial = 0;
  const rows = OBJECT_KINDS.flatMap(([kind, name, count]) => Array.from({ length: count }, (_, i) => {
    serial += 1;
    const village = villages[(serial * 7) % villages.length]!;
    const concerned = serial % 41 === 0 ? '市场监管所' : '';
    return `DX${String(serial).padStart(4, '0')},${name}${String(i + 1).padStart(3, '0')}号（${village.shortName}）,${kind},${GRADES[(serial * 3) % GRADES.length]},${village.code},${concerned}`;
  }));
  return ['编码,名称,类别,信用等级,村社编码,有关单位', ...rows].join('\n');
}

/** 执法检查人员名录库 of the demo: the members of the enforcement squads; one certificate has run out, one person has an interest. */
export function inspectorRegister({ squads, areaCode }: EnforcementCast, year: number): string {
  const rows = squads.flatMap(({ team, members }) => members.map((person) => ({ team, person })))
    .map(({ team, person }, i) => `${person.id},${person.name},${team.name},${areaCode},示例证${String(i + 1).padStart(4, '0')},${i === 5 ? year - 1 : year + 2}-12-31,${i === 2 ? 'DX0003;DX0017' : ''}`);
  return ['人员编码,姓名,单位,辖区编码,执法证号,有效期至,回避对象', ...rows].join('\n');
}
