/** 大屏导播: the wall as a stage and its director. */
export const stage = {
  title: '大屏导播', masked: '参观模式　个人信息已隐去', filtered: '已筛选', directing: '导播中', driver: '导播 {name}', attention: '请看',
  nobody: '无人导播，按播放表轮换', mine: '由我导播', other: '{name} 正在导播', since: '{at} 起', take: '接过导播', handOver: '交出导播', noWalls: '本辖区没有可以导播的大屏',
  now: '正在显示', next: '下一场', previous: '上一场', pause: '暂停轮换', play: '继续轮换', pinned: '已固定', unpin: '取消固定，回到轮换', paused: '已暂停', left: '{n} 秒后换景',
  scenes: '场景', tapToPin: '点一下即固定', playlist: '播放表', seconds: '{n} 秒', inList: '参与轮换', savePlaylist: '启用播放表', maskedMark: '脱敏',
  map: '镜头', home: '回到全域', fly: '飞到', villages: '村社', cases: '在办要案', filter: '筛选', allAreas: '全部村社', allPlatforms: '全部平台', attentionLabel: '请大家看', attentionHint: '最多 40 字', send: '打到大屏', calm: '撤下',
  wall: '大屏', sent: '已送达大屏', remote: '手机遥控', more: '更多', highlight: '突出案件', clear: '清除',
};
