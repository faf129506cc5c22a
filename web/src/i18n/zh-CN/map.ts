/** Words on the maps of the wall and the desk. */
export const map = {
  label: '辖区地图', inset: '局部地图',
  over: '超 {span}', left: '余 {span}',
  eta: '{time} · {distance}', etaNow: '即将到场 · {distance}', minutes: '{n} 分', hours: '{h} 时 {n} 分', metres: '{n} m', kilometres: '{n} km',
  candidate: '{rank} {team}　{time}',
  day: '{n}天', hour: '{n}时', minute: '{n}分', underMinute: '1分内',
  marks: '标记 {n} 件：红黄灰灯与近 1 小时新报', tone: '格色深浅为在办量', schematic: '示意地图 CGCS2000', datum: 'CGCS2000',
  heat: { hour: '热力为近 1 小时上报', day: '热力为近 24 小时上报', week: '热力为近 7 天上报' },
};
