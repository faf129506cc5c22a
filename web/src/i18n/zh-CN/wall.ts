import { FIGURE_WORDS } from '@wangge/shared/figures';

/** Sentences of the video wall. */
export const wall = {
  title: '大屏',
  scene: { title: '场景', next: '{n} 秒后换景', paused: '已暂停轮换' },
  duration: { day: '{n}天', hour: '{n}时', minute: '{n}分', second: '{n}秒', under: '不到1分' },
  time: {
    over: '超 {span}', left: '余 {span}', date: '{month}月{day}日 {weekday}', weekday: { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' },
    monthDay: '{month}月{day}日', month: '{month} 月', seconds: '{n} 秒前', minutes: '{n} 分前', hours: '{n} 时前', asOf: '截至 {at}', limit: '限 {at}', used: '用 {span}', hourMark: '{n} 时', yesterday: '昨 {n}', now: '此时', moment: '{at} 时点', notKept: '待读', unkept: '未留存',
  },
  unit: { cases: '件', percent: '%', teams: '{n} 支' },
  none: '—',
  few: '样本少',
  link: {
    live: '实时', held: '已冻结', lost: '链路中断', connecting: '正在连接', resyncing: '正在补齐', age: '数据 {age}',
    lostTitle: '数据中断 {at} 起', lostText: '画面停在 {at}，不代表现在。正在自动重连，恢复后补齐。', neverTitle: '还没有收到数据', back: '已恢复，补齐 {n} 条', minute: '分', second: '秒', hour: '时', day: '天',
    keyWrong: '大屏密钥不对，请核对地址中的 key', waiting: '正在等待服务器，接通后自动显示',
  },
  today: { title: '今日事件', reported: '上报', accepted: '受理', closed: '办结', open: '在办', more: '比昨日此时 +{n}', fewer: '比昨日此时 −{n}', same: '与昨日此时持平' },
  rate: { title: '结案率', closed: '结案率', onTime: '按期结案率', of: '{n} / {d} 件', target: '目标 {n}', byPlatform: '分平台 按期结案率', noDue: '本月还没有应结案件' },
  platform: { title: '四平台', scope: '今日上报 {n} 件' },
  trend: { title: '24 小时趋势', scope: '件 / 时', reported: '上报', closed: '办结 {n}', mean: '7 日均线', summary: '近 24 小时上报 {reported} 件，办结 {closed} 件', none: '近 24 小时没有上报，也没有办结' },
  lamps: {
    title: '红黄绿灯', scope: '在办 {n} 件', red: '超期', yellow: '临期', green: '正常', paused: '挂账', onTime: '今日按期办结', of: ' / {n}', used: '已用时限 0', edge80: '80%', edge100: '时限', beyond: '超 40%+',
    summary: '在办案件按已用时限分布：正常 {green} 件，临期 {yellow} 件，超期 {red} 件',
  },
  overdue: { title: '督办与超期', scope: '红灯 {n} 件', maskedScope: '红灯 {n} 件，隐去 {leftOut} 件', none: '此刻没有超期的案件', urgedBy: '{word}单', moreRows: '还有 {n} 件' },
  force: {
    title: '执法力量', onDuty: '在岗', idle: '空闲', busy: '处置中', stale: '定位过旧', grid: '网格员在线', of: ' / {n} 格', patrol: '今日巡查', km: '{n} km', none: '此刻没有队伍在岗',
    going: '赴{village} {matter}', at: '{village} {matter}', patrolling: '巡查中', standing: '驻点待命', fixOld: '定位 {span}前', arriveIn: '{n} 分到', arriving: '即将到场', onSite: '现场', old: '过旧', offline: '失联', speed: '{n} km/h', noFix: '没有定位', signing: '待签收', more: '还有 {n} 支',
  },
  rank: { leftOut: '… 略 {n}', title: '村社排名', townTitle: '镇街排名', scope: '{month} 月按期结案率 %，横线为目标 {target}', listScope: '{month} 月按期结案率 %', none: '本月各村社都还没有应结案件', of: '{n}/{d}' },
  ticker: {
    title: '滚动播报', none: '还没有播报', place: '{village} {matter}',
    event: {
      reported: '新上报', dispatched: '已派遣', 'dispatched-team': '已派{unit}', signed: '已签收', 'signed-team': '{unit}已签收', arrived: '已到场', 'arrived-team': '{unit}已到场', 'reported-back': '已反馈处置结果',
      closed: '已结案', 'county-called': '已呼叫县级部门', 'call-answered': '县级部门已响应', supervised: '已督办', suspended: '已挂账', departed: '已出发', 'departed-team': '{unit}已出发', other: '有新进展',
    },
    eta: '，预计 {n} 分到场',
  },
  inset: { follow: '跟随', followScope: '{team} {eta}', eta: '{n} 分到场', hot: '热点', hotScope: '{village} 在办 {open} 件，超期 {red} 件', idle: '{team} 巡查', noFollow: '此刻没有在途的队伍', noHot: '此刻没有在办案件' },
  heat: { name: '热力', hour: '近 1 小时', day: '近 24 小时', week: '近 7 天', off: '关' },
  sheet: {
    open: '{title}：打开明细和口径', close: '关闭', rule: '口径', shown: '第 {from}–{to}，共 {n}', reading: '正在读取', unread: '没有读到明细：{why}', none: '没有', keys: '↑ ↓ 翻页　← → 换指标　Tab Enter 打开一行　Esc 关闭', keysPage: '↑ ↓ 翻页　Esc 返回', back: '返回', closedOnTime: '按期办结', closedLate: '超期办结', noClock: '未定时限',
  },
  figure: {
    ...FIGURE_WORDS,
    squads: { name: '在岗队伍', rule: '今天上岗且没有下岗的队伍。手头有派遣单为处置中；最近一次定位超过 5 分钟为定位过旧，不再计入空闲和处置中。' },
  },
  help: {
    title: '按键', shift: '?', keys: [
      { key: '?', text: '显示或收起本页' }, { key: '← →', text: '换场景' }, { key: '空格', text: '暂停、继续轮换' }, { key: 'F', text: '全屏' }, { key: 'R', text: '回放；← → 换事件，空格播放，C 与现在比' }, { key: '/', text: '找案件、队伍、村社，镜头飞到' }, { key: 'A', text: '接管时确认告警' }, { key: '1 2 3', text: '热力时段、密度或加权、六角格' }, { key: '4', text: '村色：在办、超期、上报、按期结案率' }, { key: '5 6 7', text: '案件、队伍、人员' }, { key: '8 9 0', text: '电子围栏；立体建筑、立柱；视频点位' }, { key: 'D', text: '换日间、夜间' }, { key: 'Tab Enter', text: '选中一块，打开明细和口径' }, { key: 'Esc', text: '收起；地图返回上一级' },
    ],
  },
};
