/** 大屏导播: the wall as a stage and its director. */
export const stage = {
  title: '大屏导播', masked: '参观模式　个人信息已隐去', filtered: '只看 {what}', directing: '导播中', driver: '导播 {name}', attention: '请看',
  nobody: '无人导播，按播放表轮换', mine: '由我导播', other: '{name} 正在导播', since: '{at} 起', take: '接过导播', handOver: '交出导播', noWalls: '本辖区没有可以导播的大屏',
  now: '正在显示', next: '下一场', previous: '上一场', pause: '暂停轮换', play: '继续轮换', pinned: '已固定', unpin: '取消固定，回到轮换', paused: '已暂停', left: '{n} 秒后换景',
  scenes: '场景', tapToPin: '点一下即固定', playlist: '播放表', seconds: '{n} 秒', inList: '参与轮换', savePlaylist: '启用播放表', maskedMark: '脱敏',
  map: '镜头', home: '回到全域', mapHint: '去哪里，指什么', unpoint: '取消突出', cases: '眼下要紧的案件', filter: '筛选', filterArea: '筛选村社', filterPlatform: '筛选平台', allAreas: '全部村社', allPlatforms: '全部平台', attentionLabel: '请大家看', attentionHint: '最多 40 字', send: '打到大屏', calm: '撤下',
  wall: '大屏', sent: '已送达大屏', remote: '手机遥控', taken: '接管中：{matter}', replaying: '回放中　{date} {at} 时点，非实时画面', stands: '不轮换', together: '一起导播', apart: '不导播',
  search: { label: '找案件、队伍、村社', hint: '案件、队伍、村社、案号', found: '找到的地方', none: '没有找到', case: '案件', unit: '队伍', village: '村社' },
  panel: {
    today: '今日事件', rate: '结案率', platform: '四平台', trend: '24 小时趋势', lamps: '红黄绿灯', overdue: '督办与超期', force: '执法力量', turn: '治理轮播', 'rank-shelf': '村社排名（横排）', 'rank-list': '村社排名（竖排）', ticker: '滚动播报',
    oversight: '督办', calls: '乡呼县应', joint: '一件事', appraisal: '考评', enforcement: '综合执法', draws: '双随机', services: '便民服务', patrol: '网格日常',
  },
  shape: { wide: '16:9', ultra: '21:9', broad: '8:3', band: '32:9', long: '48:9', tall: '竖屏' },
  editor: {
    title: '场景编辑', shape: '屏幕比例', preview: '大屏预览', inPlaylist: '参与轮换', notInPlaylist: '不参与轮换', unsaved: '有改动未保存', saved: '已保存为第 {n} 版', hasFaults: '排布有问题', noName: '场景要有名称',
    tile: '{name}，{where}，{rows} 行', side: { left: '左 {rail} 栏第 {n} 块', right: '右 {rail} 栏第 {n} 块', shelf: '下方第 {n} 块' }, rows: '{n} 行',
    spare: '未上屏', spareHint: '拖到屏上，或点一下加入；屏上：方向键移动，Shift+↑↓ 改高，Delete 移出', noSpare: '全部在屏上',
    name: '名称', dwell: '停留（秒）', masked: '参观模式：隐去个人信息', insets: '宽屏两侧放插图', layers: '图层', cases: '案件', casesOf: { overview: '要人处理的', all: '全部在办', none: '不画' }, layer: { squads: '执法力量', people: '网格员', grids: '网格深浅', cameras: '视频点位' },
    rests: '镜头停在', place: '选定的地点', zoom: '远近', takeFlight: '用大屏此刻的镜头', widths: '栏宽', left: '左栏', right: '右栏',
    save: '保存', saveNew: '保存新场景', undo: '撤销', copy: '复制为新场景', copyName: '{name} 副本', remove: '删除', drop: '放弃', removeAsk: '删除场景“{name}”？', leave: '改动还没有保存，放弃吗？',
    conflict: '他人已保存第 {n} 版。', takeTheirs: '看新版，放弃我的改动', keepMine: '在新版上保存我的', editions: '历次版本', version: '现为第 {n} 版', takeBack: '取回', notThen: '那一版没有这个场景', what: { shipped: '随产品提供', added: '新增 {name}', changed: '修改 {name}', removed: '删除 {name}' },
    fault: { 'rail-count': '栏太多，左边最多 {left} 栏，右边最多 {right} 栏', 'rail-rows': '从左数第 {rail} 栏共 {rows} 行，应为 {of} 行', 'tile-rows': '{name} 太矮，至少 4 行', 'across-joint': '{name} 跨过了拼缝（第 12 行下）', shelf: '下方的块数或高度不合：最多 {shelf} 块，有拼缝的屏要么放满要么不放，高 4 至 12 行', twice: '{name} 放了两处', 'never-dropped': '缺少 {name}，它不能拿掉' },
  },
  freeze: { mark: '画面已冻结', since: '{at} 起', span: '已 {span}', fetching: '正在取回 {at} 的画面', gone: '本屏没有 {at} 的画面，现为实时', notKept: '那一刻的这块看板没有留存', freeze: '冻结画面', thaw: '解除冻结', until: '{at} 自动解除' },
  present: { title: '大屏汇报', mark: '汇报', asOf: '数字截至 {at}', still: '定格的数，不随现场变化', begin: '在大屏汇报', end: '结束汇报', next: '下一页', previous: '上一页', page: '第 {n} / {of} 页', notIssued: '签发后可以在大屏汇报', keys: '← → 翻页　Esc 结束', opening: '正在打开简报', other: '大屏正在汇报另一份', ended: '这份简报已撤回' },
};
