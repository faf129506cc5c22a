/** Words of fences and what they tell (电子围栏). */
export const fences = {
  list: '围栏事件', filters: '按事件筛选', none: '近 24 小时没有围栏事件', noneWatched: '没有围栏在值守：在清单“电子围栏”里写明提示什么、对谁、何时',
  filter: { all: '全部', enter: '进入', leave: '离开', stay: '停留', 'off-route': '偏离' },
  told: { enter: '{unit} 进入{fence}', leave: '{unit} 离开{fence}', stay: '{unit} 在{fence}停留 {span}', 'off-route': '{unit} 偏离{fence} {span}' },
  short: { enter: '{unit} 进入', leave: '{unit} 离开', stay: '{unit} 停留', 'off-route': '{unit} 偏离' },
  late: '迟报', minutes: '{n} 分钟', units: '{n} 个对象', noUnits: '没有对象', total: '共 {n} 条，列出最近 {shown} 条',
  fact: { fence: '围栏', unit: '对象', at: '发生', between: '之间', since: '开始', known: '获知', place: '位置' },
  between: '{from} 至 {to}', person: '人员', vehicle: '车辆', outside: '辖区外', watched: '值守的围栏',
};
