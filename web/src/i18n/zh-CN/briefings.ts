/** Sentences of briefings (简报). */
export const briefings = {
  list: '简报列表', none: '还没有简报。按“现在出一份”，把此刻的数定格下来', choose: '选一份简报查看', filters: '筛选',
  filter: { all: '全部', draft: '待签发', issued: '已签发', planned: '定时' },
  state: { draft: '待签发', issued: '已签发', withdrawn: '已撤回', discarded: '已作废' },
  kind: { moment: '简报', day: '日报', week: '周报', month: '月报' },
  now: '现在出一份', freezing: '正在定格', compose: '选内容', plans: '定时简报', planNext: '{name}　下次 {at}', plansDefault: '时刻和指标为默认值，未经本地确认',
  asOf: '数字截至 {at}', planned: '系统定时', unmasked: '含个人信息',
  preview: '预览', paper: { a4: 'A4 纸', slide: '幻灯' }, pages: '共 {n} 页，印出来即是这样', drawing: '正在排版',
  fact: { asOf: '数字截至', period: '统计期', area: '辖区', personal: '个人信息', made: '编制', issued: '签发', plan: '来源', hash: '校验码', cases: '案件', figures: '指标' },
  masked: '已隐去', unmaskedFor: '未隐去：{why}', byPlan: '定时简报', byHand: '手工', figureCount: '{n} 项', caseCount: '{n} 件',
  hashHint: '由定格的全部内容算出；改动任何一个字，校验码就变',
  files: '取走', file: { pdf: 'PDF', pptx: 'PPTX', xlsx: 'XLSX', png: 'PNG' }, fileHint: { pdf: '打印，A4', pptx: '幻灯，文字可改', xlsx: '工作表，数即是数', png: '长图，可发手机' }, then: '回看这一刻的现场', logged: '谁在何时取走，记入审计日志', log: '查看',
  act: { issue: '签发', write: '改文字', discard: '作废', withdraw: '撤回', reason: '撤回理由', save: '存下文字', issueHint: '签发后文字不能再改；大屏可以汇报' },
  note: { title: '小标题', text: '正文', raise: '上移', remove: '删去', add: '加一段文字' },
  event: { frozen: '定格', written: '改文字', issued: '签发', discarded: '作废', withdrawn: '撤回' },
  form: {
    title: '选内容，定格', kind: '种类', moment: '时刻', thisMoment: '此刻', pastMoment: '过去一刻', which: '统计期', running: '本期至今', last: '上期', area: '辖区', name: '标题', nameHint: '不填：辖区名加种类', figures: '指标和口径', chosen: '已选 {n} 项，按所选先后印', find: '查指标',
    cases: '案件', overdue: '超期最久的 10 件', pick: '自己选', none: '不列', map: '地图', withMap: '画上', noMap: '不画', caseFind: '查案件', notes: '文字', personal: '个人信息', mask: '隐去', unmask: '不隐去', why: '事由，印在每一页', mayNot: '当前角色不能出具含个人信息的简报',
    send: '定格', missing: { figures: '至少选一项指标', why: '请写明事由（至少 4 个字）', note: '文字的小标题和正文都要写' }, cancel: '不出了',
  },
};
