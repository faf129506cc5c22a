/** Words of 综合行政执法. */
export const enforcement = {
  title: '综合执法',
  state: {
    'on-spot': '当场决定', registered: '已备案', filed: '立案', investigating: '调查取证', reviewing: '法制审核', reviewed: '审核通过', noticed: '告知', decided: '决定', served: '送达', executed: '执行',
    closed: '结案', 'no-penalty': '不予处罚', withdrawn: '撤案',
  },
  procedure: { simple: '简易程序', ordinary: '普通程序' },
  action: {
    register: '备案', 'collect-evidence': '调查取证', 'send-review': '送法制审核', 'pass-review': '审核通过', 'fail-review': '退回补充', notify: '送达告知书', hear: '记录陈述申辩', decide: '作出处罚决定',
    'decide-none': '不予处罚', serve: '送达决定书', execute: '执行完毕', close: '结案', publish: '公示决定', withdraw: '撤案',
  },
  event: {
    filed: '立案', 'decided-on-spot': '当场作出决定', registered: '备案', 'evidence-collected': '调查取证', 'review-asked': '送法制审核', 'review-passed': '法制审核通过', 'review-failed': '法制审核退回',
    notified: '送达告知书', heard: '听取陈述申辩', decided: '作出处罚决定', 'not-punished': '不予处罚', served: '送达决定书', executed: '执行完毕', closed: '结案', published: '公示决定', withdrawn: '撤案',
  },
  raidState: { planned: '待开展', running: '开展中', closed: '已结束', cancelled: '已取消' },
  raidAction: { accept: '接令', arrive: '到场', start: '开始', report: '报本单位结果', cancel: '取消' },
  raidEvent: { planned: '布置', started: '开始', 'unit-accepted': '接令', 'unit-arrived': '到场', 'unit-reported': '报结果', cancelled: '取消' },
  panel: {
    scope: '在办 {n}', late: '逾期', month: '本月立案', simple: '简易', ordinary: '普通', raids: '今日联合执法', noRaid: '今日没有联合执法', reported: '{n}/{all} 单位已报', decided: '按期决定', published: '按期公示', recorded: '全程记录',
    ended: '本月办结', people: '{n} 人', share: '{part} / {whole} 件', lateIn: '逾{n}',
    stage: { filed: '立案', investigating: '取证', reviewing: '审核', noticed: '告知', decided: '决定', served: '送达', executed: '执行' },
  },
  page: {
    cases: '处罚案件', raids: '联合执法', list: '处罚案件', none: '这一栏没有处罚案件。执法队伍立案后列在这里', raidList: '联合执法', noRaids: '这一栏没有联合执法。布置后列在这里', open: '立案', plan: '布置联合执法', all: '全部', late: '逾期', party: '当事人', masked: '仅办案单位可见全名',
    idNo: '证件号', power: '赋权事项', basis: '依据', fact: '违法事实', place: '地点', officers: '执法人员', decision: '决定书', fine: '罚款', yuan: '{n} 元', warning: '警告', review: '法制审核', needsReview: '须审核', noReview: '不须审核',
    reviewed: '已审核', publish: '公示', publishBy: '{at} 前', publishedAt: '{at} 已公示', linked: '来源案件', decisionClock: '办案期限', stepClock: '本环节', statement: '陈述申辩至', unit: '办案单位', dueAt: '{at} 前', overdue: '已逾期',
    lead: '牵头', present: '到场 {n} 人', asked: '应到 {n} 人', checked: '检查 {n} 户', problems: '问题 {n} 个', notReported: '未报', startsAt: '{at} 开始', units: '参加单位',
  },
  field: {
    procedure: '程序', power: '赋权事项', partyKind: '当事人类型', partyName: '当事人', idNo: '证件号', officers: '执法人员', certificates: '执法证号', village: '村社', place: '地点', fact: '违法事实', decisionNo: '决定书编号',
    fineYuan: '罚款', note: '说明', reason: '原因', photos: '照片', isWaived: '放弃陈述申辩', title: '名称', startsAt: '开始时间', lead: '牵头单位', units: '参加单位', headcount: '每单位人数', present: '到场人数', checked: '检查户数', problems: '发现问题',
    certificateHint: '按人员顺序填，用顿号分开', onSpotHint: '简易程序：个人 {person} 元、单位 {organisation} 元以内',
  },
  party: { person: '个人', organisation: '单位' },
};
