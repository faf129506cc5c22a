/** 大屏导播: the wall as a stage and its director. */
export const stage = {
  title: '大屏导播', masked: '参观模式　个人信息已隐去', filtered: '已筛选', directing: '导播中', driver: '导播 {name}', attention: '请看',
  nobody: '无人导播，按播放表轮换', mine: '由我导播', other: '{name} 正在导播', since: '{at} 起', take: '接过导播', handOver: '交出导播', noWalls: '本辖区没有可以导播的大屏',
  now: '正在显示', next: '下一场', previous: '上一场', pause: '暂停轮换', play: '继续轮换', pinned: '已固定', unpin: '取消固定，回到轮换', paused: '已暂停', left: '{n} 秒后换景',
  scenes: '场景', tapToPin: '点一下即固定', playlist: '播放表', seconds: '{n} 秒', inList: '参与轮换', savePlaylist: '启用播放表', maskedMark: '脱敏',
  map: '镜头', home: '回到全域', mapHint: '去哪里，指什么', unpoint: '取消突出', cases: '眼下要紧的案件', filter: '筛选', filterArea: '筛选村社', filterPlatform: '筛选平台', allAreas: '全部村社', allPlatforms: '全部平台', attentionLabel: '请大家看', attentionHint: '最多 40 字', send: '打到大屏', calm: '撤下',
  wall: '大屏', sent: '已送达大屏', remote: '手机遥控', taken: '接管中：{matter}', stands: '不轮换', together: '一起导播', apart: '不导播',
  search: { label: '找案件、队伍、村社', hint: '案件、队伍、村社、案号', found: '找到的地方', none: '没有找到', case: '案件', unit: '队伍', village: '村社' },
  freeze: { mark: '画面已冻结', since: '{at} 起', span: '已 {span}', fetching: '正在取回 {at} 的画面', gone: '本屏没有 {at} 的画面，现为实时', notKept: '那一刻的这块看板没有留存', freeze: '冻结画面', thaw: '解除冻结', until: '{at} 自动解除' },
  present: { title: '大屏汇报', mark: '汇报', asOf: '数字截至 {at}', still: '定格的数，不随现场变化', begin: '在大屏汇报', end: '结束汇报', next: '下一页', previous: '上一页', page: '第 {n} / {of} 页', notIssued: '签发后可以在大屏汇报', keys: '← → 翻页　Esc 结束', opening: '正在打开简报', other: '大屏正在汇报另一份', ended: '这份简报已撤回' },
};
