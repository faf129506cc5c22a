import type { TerminalHappening } from '@wangge/shared/alarm';
import type { TerminalAlarm, TerminalZone } from '@wangge/shared/wire';

const NAMES: Readonly<Record<TerminalHappening, string>> = {
  'terminal-collision': '碰撞报警', 'terminal-rollover': '侧翻报警', 'terminal-stolen': '车辆被盗', 'terminal-moved': '非法位移', 'terminal-power-cut': '终端主电源掉电', 'terminal-power-low': '终端主电源欠压',
  'terminal-gnss-fault': '终端定位模块故障', 'terminal-antenna-open': '终端天线未接或剪断', 'terminal-antenna-short': '终端天线短路', 'terminal-danger': '危险预警', 'terminal-driven-long': '当天累计驾驶超时',
  'terminal-parked-long': '超时停车', 'terminal-ignition': '非法点火', 'terminal-door': '非法开门', 'terminal-overspeed': '超速', 'terminal-fatigue': '疲劳驾驶', 'terminal-area': '进出区域', 'terminal-route': '进出路线', 'terminal-route-time': '路段行驶时间不符',
  'terminal-off-route': '偏离路线', 'terminal-double': '终端同号双连',
};
const SHAPES: Readonly<Record<TerminalZone['shape'], string>> = { circle: '圆形区域', rectangle: '矩形区域', polygon: '多边形区域', route: '路线', section: '路段', unknown: '区域' };

/** What happened, as the ladder is told: 离开多边形区域 12. */
export function matterOf(happening: TerminalHappening, { zone, isExit }: Pick<TerminalAlarm, 'zone' | 'isExit'>): string {
  if (zone === undefined) return NAMES[happening];
  const what = zone.name ?? `${SHAPES[zone.shape]} ${zone.id}`;
  return isExit === undefined ? `${NAMES[happening]}（${what}）` : `${isExit ? '离开' : '进入'}${what}`;
}
