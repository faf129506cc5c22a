/** Sentences of the operator's desk and the sign-in page. */
export const desk = {
  product: '望格',
  toPhone: '手机页',
  place: '{town} {room}',
  pages: {
    label: '页面', waiting: '{page}，{n} 件等您办', command: '指挥', alarms: '告警', terminals: '终端', oversight: '督办', calls: '乡呼县应', joint: '一件事', enforcement: '执法', draws: '抽查', appraisal: '考评', roster: '派驻',
    patrol: '网格', rounds: '巡查', fences: '围栏', services: '窗口', replay: '回放', briefings: '简报', stage: '大屏', scenes: '场景', lists: '清单', audit: '审计', drills: '演练', connectors: '接入', notices: '村情通', keys: '密钥',
  },
  link: { past: '回放 {at}', live: '实时，{age}', lost: '数据中断，{since} 起', connecting: '正在连接', resyncing: '正在补齐', ageSeconds: '{n} 秒前', ageNone: '尚无数据', asOf: '截至 {at}' },
  person: { signOut: '退出登录', switchRole: '换一个角色', menu: '{role} {name}，打开账户菜单' },
  theme: { toDay: '换日间', toNight: '换夜间' },
  search: { label: '查案件', placeholder: '案号、地点、类型' },
  filter: {
    all: '全部', own: '本单位', red: '超期', yellow: '临期', audit: '抽审', reopening: '申请重办', unsigned: '无人签收', reported: '待受理', accepted: '待立案', filed: '待派遣', dispatched: '待签收', handling: '处置中',
    handled: '待核查', checking: '核查中', checked: '待结案', approval: '待审批', paused: '挂账', closed: '近 1 小时已结',
  },
  queue: {
    label: '案件队列', audit: '抽审', reopening: '申请重办', unsigned: { reminded: '已催签', next: '待转派', desk: '无人签收' }, supervision: { 1: '黄督', 2: '红督', 3: '县督', 4: '通报' }, order: '按剩余时限，特急未派在前', found: '找到 {n} 件', none: '此刻没有这样的案件', noneFound: '没有找到“{text}”',
    noneAll: '此刻没有在办案件', report: '登记上报', row: '{urgency}{matter}，{place}，{time}，{state}',
  },
  time: {
    left: '余 {span}', over: '超 {span}', paused: '停表 {span}',
    closedOnTime: '按期', closedLate: '超期办结', none: '未定时限', dueAt: '{at} 到期', wasDueAt: '{at} 已到期', stopped: '已停表', handedInTime: '按期交回', handedInLate: '超期交回',
  },
  duration: { day: '{n} 天', hour: '{n} 时', minute: '{n} 分', second: '{n} 秒', under: '不到 1 分' },
  layers: { label: '图层', cases: '案件', units: '力量', heat: '热力', grids: '网格', cameras: '视频' },
  map: { failed: '地图打不开，队列和案件照常办理', schematic: '示意地图', datum: 'CGCS2000', pick: '在图上点出发生的地点', picked: '已选：{place}' },
  page: {
    label: '案件页', empty: '选一件案件，这里显示全部情况', emptyHint: '↑ ↓ 选择，Enter 办理，/ 查找', loading: '正在读取',
    unreadable: '没有读到这个案件：{why}', retry: '再读一次', reportedBy: '{who} {at}',
    stepClock: '{step}限 {limit}', wholeClock: '全案限 {limit}', noDescription: '没有文字描述', more: '展开全文', less: '收起',
    photo: '现场 {n}', photoFailed: '照片读不到', supports: '协办', lead: '主办', list: '清单 {code}',
    rework: '返工 {n} 次',
  },
  teams: {
    title: '推荐力量', none: '没有可派的队伍', computing: '正在算路', headcount: '{n} 人', load: '手头 {n} 件', fixAge: '定位 {span}前',
    estimate: '按直线估算', minutes: '分', passedOver: '未荐：{list}', passedOne: '{team}（{why}）', choose: '选 {team}', etaUnder: '<1',
  },
  reason: {
    capable: '有处置能力', 'lead-department': '主办单位队伍', nearest: '最近', idle: '空闲', equipment: '有{text}', 'in-village': '已在本村', busy: '处置中，手头 {value} 件',
    'stale-fix': '定位 {value} 分前，过旧', 'no-fix': '没有定位', 'off-duty': '不在岗', 'not-capable': '没有这类案件的处置能力', slower: '更远，要 {value} 分', 'supports-only': '协同单位，先派主办单位',
  },
  unsigned: {
    since: '{span}没有签收', nextIs: '下一顺位：{team}', nobody: '没有别的队伍能去，请改派或联系队伍', rung: { reminded: '已催签', next: '到了转下一顺位的时候', desk: '已报指挥台' }, before: '{team} {from} 受派，没有签收，{at} 转出',
  },
  orderBox: { eta: '预计 {at} 到，还有 {span}', late: '比预计晚 {span}' },
  act: {
    dispatchTo: '派遣 {team}', passOnTo: '转派 {team}', enter: 'Enter', chooseTeam: '先选一支队伍', edit: '改类型、级别或网格', editChecker: '换人核查', sendCheckTo: '发核查 {name}', sending: '正在提交', cancel: '不办了',
    notNow: '这一环节已经不能办这件事了', nothing: '当前角色在这一环节没有要办的事', missing: '请填{field}', waiting: '{state}，等{who}', choose: '请选择', yes: '已解决', no: '未解决',
    conflict: '{who}刚刚办了“{what}”，这里已是最新情况。', conflictUnknown: '案件刚被他人更新，这里已是最新情况。', conflictKept: '你填的内容还在。',
    notSent: '没有送出去：{why}',
  },
  toast: { sent: '已派 {team} 去 {place} {matter}', undo: '撤销', seconds: '{n} 秒', undoing: '正在撤销', undone: '已撤销派遣 {team}', undoFailed: '没有撤销成功：{why}' },
  history: { late: '实际 {doneAt} 办理，无信号，{at} 收到', doubted: '手机报称 {doneAt} 办理，时间不可信，按收到时间计', waits: '等{who}', none: '无', told: '{at} 已回传{to}', toldRefused: '{at} {to}拒收回传' },
  report: {
    title: '登记上报', type: '类型', typeSearch: '输入名称或代码', place: '位置', placeHint: '在地图上点一下', address: '地址或标志物', description: '情况描述',
    reporter: '来电人', phone: '电话', optional: '可不填', submit: '登记', moreTypes: '还有 {n} 种，请再输几个字', noType: '没有这个类型', limit: '限 {limit}',
  },
  limit: {
    work_minute: '{n} 工作分', work_hour: '{n} 工作时', work_day: '{n} 个工作日', minute: '{n} 分', hour: '{n} 小时', day: '{n} 天',
  },
  satisfaction: { 1: '很不满意', 2: '不满意', 3: '一般', 4: '满意', 5: '很满意' },
  signIn: {
    tagline: '基层治理指挥大屏', account: '账号', password: '密码', submit: '登录', pending: '正在登录', missing: '请填账号和密码', demoHint: '演示账号，仅本机可用，点一下就进入', demo: { room: '指挥室与部门', field: '现场' },
  },
};
