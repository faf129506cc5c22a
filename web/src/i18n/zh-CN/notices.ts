/** 村情通: what villages make public, at the desk and for anybody. */
export const notices = {
  kind: { news: '通知公告', guide: '办事指南', affairs: '村务公开', money: '财务公开' },
  state: { draft: '草稿', published: '已发布', withdrawn: '已撤回', discarded: '已作废' },
  filter: { all: '全部', waiting: '待发布', published: '已发布', withdrawn: '已撤回' }, filters: '村情通筛选', list: '村情通', none: '还没有公开过内容。写一份通知、办事指南或村务、财务公开，群众扫码就能看到。',
  write: '写一份', save: '存为草稿', saveHint: '草稿只有指挥台看得见；由值班长、指挥长或分管领导发布。村务、财务公开须由没有参与起草的人核对后发布。',
  preview: '手机上这样看', hasDraft: '有未发布的修改', over: '已到期', wholeTown: '全镇各村', waits: '等值班长、指挥长或分管领导发布。', waitsSecond: '村务、财务公开须由没有参与起草的值班长、指挥长或分管领导核对后发布。',
  field: {
    kind: '类别', area: '给谁看', title: '标题', text: '正文', money: '收支', photos: '照片', from: '开始展示', until: '停止展示', phones: '公开电话', fromHint: '不填：发布后立即展示', untilHint: '不填：一直展示，直到撤回',
    phonesHint: '文中有对外公开的办公、值班电话时选“是”。身份证号、银行卡号一律不能公开。',
  },
  fact: { written: '起草', published: '发布', publishedBy: '第 {n} 版，{who} {at}', atOnce: '发布后', always: '一直展示' },
  act: { publish: '发布', withdraw: '撤回…', reason: '撤回原因', reasonHint: '群众会看到“已撤回”和这个原因', drop: '放弃修改', discard: '作废草稿', write: '改草稿', change: '修改' },
  event: { drafted: '起草', written: '修改', published: '发布', withdrawn: '撤回', dropped: '放弃修改', discarded: '作废' },
  item: '项目', itemOf: '项目 {n}', addItem: '再加一项', in: '收入', out: '支出', unit: '单位：元', sum: { openingFen: '上期结余', inFen: '本期收入', outFen: '本期支出', closingFen: '期末结余' },
  edition: '第 {n} 版，已更正', withdrawnOn: '已撤回（{day}）', because: '原因：{why}', photo: '照片 {n}',
  village: '看哪个村', chooseVillage: '全镇公开（选一个村）', nothing: '这里还没有公开内容。', more: '看全部 {n} 条', back: '返回', gone: '已撤回', renewed: '已更正', failed: '没有取到，请看网络后重试。', missing: '这份内容已不在公开期内。',
};
