/** Words of the parts that all pages are made of: lists, forms, timelines. */
export const ui = {
  /** Marks between words: of names, of clauses, of sentences, before what explains, around what is added. */
  mark: { names: '、', comma: '，', semicolon: '；', stop: '。', colon: '：', added: '（{text}）' },
  drill: '演练', reading: '正在读取', chooseOne: '选一件，这里显示全部情况', keys: '↑ ↓ 选择', conflict: '刚被他人更新，这里已是最新情况，请看过再办', rule: '规则 {rule}',
  form: {
    sending: '正在提交', cancel: '不办了', missing: '请填{field}', optional: '选填', yes: '是', no: '否', pick: '输入几个字查找，共 {n} 项', noneFound: '没有“{text}”', remove: '去掉{name}',
    photo: '照片 {n}', removePhoto: '去掉照片 {n}', addPhoto: '添加照片', uploading: '正在上传', photoFailed: '{n} 张照片没有传上去，请再选一次',
  },
  process: {
    title: '流程', standsAt: '现在到了{state}', already: '已 {span}', times: '第 {n} 次', heldBy: '在{who}手上', since: '{at} 起', at: '{at}', next: '接下来可以', over: '流程已走完',
    leadsTo: '→ {state}', returns: '→ 回到申请前', mine: '您可办', anytime: '随时可以：',
  },
  timeline: { state: '状态', title: '全过程留痕', steps: '{n} 步', when: '时间', what: '做了什么', who: '谁、哪个单位', where: '在哪里', changes: '前后变化' },
};
