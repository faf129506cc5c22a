/** Words of 双随机一公开. */
export const draws = {
  title: '双随机一公开',
  state: { planned: '待冻结', committed: '已冻结，待抽取', drawn: '已抽取', checking: '检查中', checked: '检查完毕', published: '结果已公开', cancelled: '已取消' },
  action: { commit: '冻结名录并公布承诺', draw: '现在抽取', cancel: '取消', assign: '派发检查任务', recuse: '回避并补抽', record: '填检查结果', publish: '公开结果' },
  outcome: { 'no-problem': '未发现问题', problem: '发现问题', 'not-reached': '未开展经营或联系不上' },
  event: {
    planned: '制定抽查计划', committed: '冻结名录，公布种子承诺', drawn: '抽取并公布种子', assigned: '派发检查任务', recused: '回避并补抽', 'result-recorded': '填检查结果', published: '公开结果',
    cancelled: '取消',
  },
  panel: {
    scope: '今年 {n} 次', none: '还没有抽查', objects: '抽中对象', inspectors: '检查人员', checked: '已检查', problems: '发现问题率', inTime: '按期公开', late: '逾期 {n}', waiting: '待公开 {n}',
    pool: '从 {objects} 户、{inspectors} 人中抽取', drawAt: '{at} 抽取', seed: '种子', commitment: '承诺', notYet: '待抽取', next: '下次：{title}，{at}',
  },
  page: {
    list: '抽查计划', none: '这一栏没有抽查。指挥长、值班长、部门和县中心可制定抽查计划', create: '制定抽查计划', drawAt: '抽取时刻', lastDay: '检查截止', items: '抽查事项', pools: '名录库', objects: '{n} 户', inspectors: '{n} 人',
    commitment: '种子承诺（SHA-256）', seed: '种子', secret: '抽取前保密', hashes: '名录指纹', versions: '名录版本', record: '下载抽取记录', recordHint: '任何人可用 npm run draw -- verify 复核',
    drawn: '抽取结果', waits: '到 {at} 才能抽取', steppedIn: '替 {name}', publishBy: '{at} 前公开', publishedAt: '{at} 已公开', lateBy: '逾期未公开', noResult: '待检查', defaults: '默认值，待确认',
    note: '{no}', all: '全部', running: '进行中', done: '已公开', moment: '{drawn} 户 · {team} 人', poolOf: { items: '事项清单', objects: '对象名录', inspectors: '人员名录' },
  },
  field: { title: '名称', itemCodes: '抽查事项', drawAt: '抽取时刻', lastDay: '检查截止', object: '检查对象', inspector: '回避人员', reason: '原因', outcome: '结果', note: '说明', photos: '照片' },
};
