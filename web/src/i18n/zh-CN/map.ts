/** Words on the maps of the wall and the desk. */
export const map = {
  label: '辖区地图', inset: '局部地图',
  over: '超 {span}', left: '余 {span}',
  eta: '{time} · {distance}', etaNow: '即将到场 · {distance}', minutes: '{n} 分', hours: '{h} 时 {n} 分', metres: '{n} m', kilometres: '{n} km',
  candidate: '{rank} {team}　{time}',
  day: '{n}天', hour: '{n}时', minute: '{n}分', underMinute: '1分内',
  marks: '标记 {n} 件：红黄灰灯与近 1 小时新报', marksAll: '标记 {n} 件：全部在办', leftOut: '隐去 {n} 件，位置移至网格中心', tone: '格色深浅为在办量', schematic: '示意地图 CGCS2000', datum: 'CGCS2000',
  outerGone: '外部底图没有应答，已用内置底图',
  window: { hour: '近 1 小时上报', day: '近 24 小时上报', week: '近 7 天上报' },
  heat: { density: '热力为{window}密度', severity: '热力为{window}，紧急与超期加权' },
  ground: {
    hex: '六角格边长 {side}，深浅为{window}件数', counts: '{area}深浅为{figure}：{classes}', rates: '{area}深浅为本月按期结案率低于目标 {target}% 的多少，不足 5 件不着色',
    openOnly: '只计在办与刚办结', columns: '柱高同深浅', andMore: '{n} 以上', comma: '、',
    area: { town: '镇色', village: '村色', grid: '格色' }, figure: { open: '在办', red: '超期', reported: '{window}', 'on-time': '按期结案率' },
  },
  drill: { label: '逐级下钻', back: '返回上一级', open: '在办 {n} 件', red: '超期 {n}', yellow: '临期 {n}', fresh: '其中今日上报 {n}', rate: '本月按期结案率 {rate}（{n}/{d}）' },
  cluster: { title: '此处 {n} 件', close: '收起', more: '还有 {n} 件' },
  fence: { 'keep-out': '禁入', 'keep-in': '作业范围', watch: '重点关注', slow: '慢行', route: '巡查路线' },
  rings: { within: '{n} 分钟', drawn: '到达圈为沿路网车程 {minutes} 分钟', noRoad: '路网未到此处，不画到达圈' },
  building: { house: '民宅', block: '楼房', hall: '厂房' },
};
