/** Words of 便民服务一窗口: the panel and the page. */
export const service = {
  title: '便民服务', node: { accept: '受理', review: '审查', approve: '审批', issue: '制证', deliver: '送达' }, channel: { window: '窗口', online: '网上', proxy: '代办' },
  state: { open: '办理中', supplement: '补正中', delivered: '已送达', refused: '不予办理', withdrawn: '已撤回' },
  action: { pass: '办结“{node}”', 'hand-over': '送达', 'ask-supplement': '要求补正', supplement: '材料已补正', refuse: '不予办理', withdraw: '撤回', urge: '催办', rate: '评价' },
  event: {
    'application-taken': '收件', 'node-passed': '进入{node}', 'handed-over': '送达', 'supplement-asked': '要求补正', supplemented: '补正完成', 'application-refused': '不予办理', 'application-withdrawn': '撤回',
    'application-urged': '催办', 'application-rated': '评价',
  },
  rating: { 5: '很满意', 4: '满意', 3: '基本满意', 2: '不满意', 1: '很不满意' },
  form: { reason: '理由', note: '说明', materials: '需补正的材料', rating: '评价', matter: '事项', channel: '渠道', village: '村(社区)', name: '申请人', phone: '电话', proxy: '代办人', proxyHint: '代办人的人员编号' },
  panel: {
    scope: '{n} 项', today: '今日收件', handed: '今日送达', rate: '本月按时', of: '{on} / {all} 件', proxy: '代办占比', proxyOf: '{n} / {all} 件', inHand: '在办 {n}', supplement: '补正 {n}', late: '超 {n}', noLate: '没有超期办件', default: '默认值', lateTitle: '超期 {n} 件',
  },
  time: { left: '剩 {span}', over: '超 {span}', waits: '等待补正' },
  page: {
    list: '办件', none: '这一栏此刻没有办件。窗口收件、网上申请和代办登记后列在这里', filters: '筛选办件', all: '在办', late: '超期', supplement: '补正', ended: '办结', take: '收件登记', line: '办理环节', node: '本环节 {time}', whole: '全程 {time}', applicant: '申请人', phone: '电话', channel: '渠道', holder: '承办', proxy: '代办人', taken: '收件', nothing: '现在不由你办理',
    limit: '限 {at}', used: '{at} 完成', by: '{name}', reason: '需补正：{text}', refused: '不予办理：{text}', version: '事项清单 {version}', default: '默认值，待县级确认', materials: '材料：{list}', chooseOne: '选一个办件', rated: '评价：{text}', waiting: '未到',
  },
};
