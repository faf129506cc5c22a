import type { PlaceKind } from '@wangge/shared/district-map';
import type { Team } from '@wangge/shared/district';

/** A team of the demo before it stands on a map. `handles` names departments by the keys of the department table. */
export interface TeamRow {
  readonly key: string;
  readonly name: string;
  readonly kind: Team['kind'];
  readonly department: string;
  readonly handles: readonly string[];
  readonly equipment: readonly string[];
  readonly headcount: number;
  readonly plate: string;
  /** Where it is based: the n-th place of that kind, counted round. */
  readonly base: readonly [PlaceKind, number];
  /** Whether its vehicle stays out at night. */
  readonly isOnNightDuty: boolean;
}

/** 全能型执法中队: one squad answers for the matters of many departments in its area. */
const ALL_ROUND = [
  'enforcement', 'market', 'construction', 'ecology', 'land', 'agriculture', 'transport-inspection', 'health-inspection', 'commerce', 'emergency',
  'forestry', 'culture', 'answerable',
];
const PATROL = ['police', 'justice', 'petition', 'peace', 'traffic-police', 'labour', 'civil-affairs', 'villages', 'health', 'women'];

/** 队伍表 of the demo, invented (示意): three all-round squads and the teams of services, patrols and emergencies. */
export const TEAM_ROWS: readonly TeamRow[] = [
  { key: 'zf1', name: '执法一组', kind: 'enforcement', department: 'enforcement', handles: ALL_ROUND, equipment: ['执法记录', '扩音'], headcount: 8, plate: '苏B·Z1016', base: ['squad', 0], isOnNightDuty: true },
  { key: 'zf2', name: '执法二组', kind: 'enforcement', department: 'enforcement', handles: ALL_ROUND, equipment: ['执法记录', '噪声检测'], headcount: 7, plate: '苏B·Z1027', base: ['squad', 1], isOnNightDuty: false },
  { key: 'zf3', name: '执法三组', kind: 'enforcement', department: 'enforcement', handles: ALL_ROUND, equipment: ['执法记录', '无人机'], headcount: 7, plate: '苏B·Z1038', base: ['squad', 2], isOnNightDuty: false },
  { key: 'market1', name: '市监一组', kind: 'enforcement', department: 'market', handles: ['market', 'health-inspection', 'commerce', 'health'], equipment: ['快检箱', '电梯专用工具'], headcount: 4, plate: '苏B·S2051', base: ['market', 0], isOnNightDuty: false },
  { key: 'patrol1', name: '综治巡逻一组', kind: 'patrol', department: 'peace', handles: PATROL, equipment: ['防暴', '急救包'], headcount: 5, plate: '苏B·P3011', base: ['police', 0], isOnNightDuty: true },
  { key: 'patrol2', name: '综治巡逻二组', kind: 'patrol', department: 'peace', handles: PATROL, equipment: ['防暴', '急救包'], headcount: 5, plate: '苏B·P3022', base: ['police', 1], isOnNightDuty: true },
  { key: 'traffic', name: '交警铁骑', kind: 'patrol', department: 'traffic-police', handles: ['traffic-police', 'transport-inspection', 'highways', 'police'], equipment: ['清障', '锥桶'], headcount: 4, plate: '苏B·J3105', base: ['police', 0], isOnNightDuty: false },
  { key: 'vanguard', name: '应急先遣车', kind: 'emergency', department: 'emergency', handles: ['emergency', 'fire', 'gas', 'water', 'land', 'health', 'construction'], equipment: ['照明', '抽水', '破拆'], headcount: 6, plate: '苏B·Y9110', base: ['government', 0], isOnNightDuty: true },
  { key: 'fire', name: '微型消防车', kind: 'emergency', department: 'fire', handles: ['fire', 'gas', 'police', 'property', 'emergency'], equipment: ['灭火', '破拆', '登高'], headcount: 6, plate: '苏B·X9119', base: ['industry', 0], isOnNightDuty: false },
  { key: 'works', name: '市政抢修车', kind: 'service', department: 'works', handles: ['works', 'highways', 'street-lights', 'water-supply', 'owner', 'gardens', 'power-and-water'], equipment: ['围挡', '抽水', '沥青'], headcount: 5, plate: '苏B·W5207', base: ['industry', 1], isOnNightDuty: false },
  { key: 'sanitation', name: '环卫应急车', kind: 'service', department: 'sanitation', handles: ['sanitation', 'gardens', 'highways', 'villages', 'agriculture'], equipment: ['清扫', '冲洗', '吊臂'], headcount: 4, plate: '苏B·H6113', base: ['industry', 2], isOnNightDuty: false },
  { key: 'power', name: '供电抢修车', kind: 'service', department: 'power', handles: ['power', 'power-and-water', 'street-lights', 'telecom', 'owner'], equipment: ['登高', '绝缘'], headcount: 4, plate: '苏B·D7002', base: ['industry', 3], isOnNightDuty: false },
  { key: 'water', name: '水利巡查车', kind: 'service', department: 'water', handles: ['water', 'river-chief', 'water-supply', 'forestry', 'agriculture'], equipment: ['抽水', '冲锋舟'], headcount: 4, plate: '苏B·L8015', base: ['government', 0], isOnNightDuty: false },
  { key: 'service', name: '便民代办车', kind: 'service', department: 'service-centre', handles: ['service-centre', 'civil-affairs', 'labour', 'disabled', 'culture', 'villages', 'health', 'women'], equipment: ['移动终端', '轮椅'], headcount: 4, plate: '苏B·B1026', base: ['clinic', 0], isOnNightDuty: false },
];
