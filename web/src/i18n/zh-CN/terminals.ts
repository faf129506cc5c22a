/** 车载终端. */
export const terminals = {
  list: '车载终端', none: '这一类里没有终端', choose: '选一台终端', filters: '按状态看', filter: { all: '全部', online: '在线', offline: '离线', never: '未接入' },
  standing: { online: '在线', offline: '离线', awaited: '等待重连', never: '未接入' }, fact: { standing: '状态', heard: '最近一次通信', carrier: '接入方式', doubles: '同号双连' },
  alarming: '报警', doubled: '双连', unheard: '还没有', doubles: '同号双连 {n} 次', doubledLast: '{n} 次，最近 {at}', alarms: '终端报警', since: '{at} 起', entered: '进入{what}', left: '离开{what}', about: '{what} {id}',
  past: '已解除的报警', between: '{from} – {until}', where: '看位置', here: '看现在的位置', took: '用时 {span}', tooLong: '超过规定', tooShort: '不足规定', map: '位置',
  shape: { circle: '圆形区域', rectangle: '矩形区域', polygon: '多边形区域', route: '路线', section: '路段', unknown: '区域' },
  alarm: { sos: '紧急报警', overspeed: '超速', fatigue: '疲劳驾驶', danger: '危险预警', 'gnss-fault': '定位模块故障', 'antenna-open': '天线未接或剪断', 'antenna-short': '天线短路', 'driven-long': '当天累计驾驶超时', 'parked-long': '超时停车', ignition: '非法点火', door: '非法开门', 'power-low': '主电源欠压', 'power-cut': '主电源掉电', area: '进出区域', route: '进出路线', 'route-time': '路段行驶时间不符', 'off-route': '偏离路线', stolen: '车辆被盗', moved: '非法位移', collision: '碰撞预警', rollover: '侧翻预警' },
  write: '下发文字', placeholder: '如：请立即前往东村红绿灯', unwritable: '有终端不能显示的符号，请去掉', urgent: '紧急', spoken: '语音播读', send: '下发', locate: '查询位置', parameters: '读取参数', back: '返回', seconds: '秒', kmh: 'km/h',
  waiting: '已发出，等终端应答（最多 10 秒）', shown: '终端已收到', located: '{at} 在 {lng}, {lat}，{speed} km/h', noFix: '终端应答了，但没有收到卫星', noParameters: '终端没有报出可读的参数', notThere: '终端不在线，不能下发：请改用电话或对讲',
  parametersTitle: '终端参数', parameterName: '参数', parameterNow: '终端报的', parameterNew: '改为', parameterUntold: '没有报', range: '{least}–{most} {unit}',
  parameterLabel: { heartbeatS: '心跳间隔', reportS: '汇报间隔', sleepReportS: '休眠时汇报间隔', sosReportS: '紧急报警时汇报间隔', topSpeedKmh: '最高速度', overspeedS: '超速持续多久才报' },
  parametersRead: '以上是终端刚才报的', parametersAgain: '重新读取', parametersChange: '修改…', parametersConfirm: '确认后立即下发，终端按新参数工作', parametersSend: '确认下发', parametersSet: '终端已收到，正在核对',
  zones: {
    title: '区域与路线', none: '还没有给这台终端下发过区域', choose: '选一个电子围栏', circle: '以车辆现在的位置画圆', circleName: '半径{m}米临时区', radius: '半径', metres: '米', limit: '限速', unlimited: '不限', needed: '必填', give: '下发',
    taken: '终端已收下，进出由它自己判断、自己报', removed: '终端已删除', remove: '删除', removeNamed: '从终端删除{name}', confirmRemoval: '确认删除', limited: '限速 {n} km/h', by: '{name} {at} 下发',
  },
};
