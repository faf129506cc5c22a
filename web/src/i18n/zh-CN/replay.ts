/** Sentences of the time machine. */
export const replay = {
  mark: '回放', notLive: '非实时画面', returning: '正在回到实时', back: '回到实时', entering: '正在读取那一刻', enter: '回放',
  play: '播放', pause: '暂停', faster: '换倍速，现在 {n} 倍', before: '上一事件', after: '下一事件', dayBefore: '前一天', dayAfter: '后一天', cursor: '时间游标', hour: '{n} 时', speed: '{n}×',
  compare: '与现在比', compareTitle: '那时与现在', then: '{at} 时点', now: '{at} 现在', keys: '← → 事件　空格 播放　Esc 回到实时',
  unread: '那一刻没有读到：{why}', notKept: '正在读取那一刻，读不到的看板不显示', interrupted: '告警到来：回放停在 {at}，已回到实时',
  rows: { reported: '今日上报', accepted: '今日受理', closed: '今日办结', open: '在办', red: '超期', yellow: '临期', onTime: '按期结案率', onDuty: '在岗队伍' },
  track: { why: '看别的队伍的理由（本单位的队伍不用写）', whyHint: '不少于 4 个字，写入审计日志', whys: { case: '核对案件处置经过', complaint: '核实群众投诉', safety: '队员安全与搜救', attendance: '核对在岗巡查' }, title: '轨迹', choose: '选队伍看当天轨迹，点轨迹到那一刻', km: '里程 {n} km', stops: '停留 {n} 次', speed: '{n} km/h', stop: '{from}–{to} 停 {span}', none: '当天没有定位', unread: '没有读到轨迹：{why}', speedAt: '此刻车速', profile: '车速，点一下到那一刻' },
  page: { date: '日期', time: '时刻', figures: '那时与现在', leadIn: '全室按当时所知重放。回放中不派单、不响警报。' },
};
