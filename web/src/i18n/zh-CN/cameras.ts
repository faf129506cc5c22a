/** 视频点位: pictures on walls and who opens them. */
export const cameras = {
  title: '视频', count: '{n} 路', until: '{at} 自动收起', close: '收起 Esc', near: '就近视频', off: '{m} 米',
  live: '实时', behind: '约 {age}', stoodAt: '停于 {at}', stalled: '画面停了 {span}', away: '{at} 起连不上', again: '正在重新连接', opening: '正在打开',
  kind: { hls: 'HLS', flv: 'FLV', whep: 'WHEP' },
  toWall: '视频上墙', hint: '点一下上墙，最多 {most} 路', openOf: '已开 {n} 路，最多 {most}', search: '找点位：名称、位置、标签', closeAll: '全部收起', none: '没有这样的点位', more: '还有 {n} 个，请写名称或标签', since: '{what} {at} 起',
  standing: { unknown: '未检查', up: '在线', still: '画面不动', recorded: '是录像，不是实时', odd: '应答不是视频', away: '离线', forbidden: '主机未允许' },
};
