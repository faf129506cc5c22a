/** Words of 督办: rungs, states, the panel, the page and the case's own orders. */
export const oversight = {
  title: '督办',
  rung: { urge: '催办', yellow: '黄色督办', red: '红色督办', county: '县级督办', censure: '通报批评' },
  rungShort: { urge: '催', yellow: '黄', red: '红', county: '县', censure: '通' },
  state: { draft: '待确认', open: '待回复', replied: '待销号', 'struck-off': '已销号', lifted: '已撤销' },
  urgeState: '办理中',
  post: { handler: '承办人', head: '负责人', deputy: '分管领导', town: '乡镇', county: '县级部门', room: '指挥室' },
  origin: { ladder: '按督办阶梯自动签发', manual: '手工签发', instruction: '领导批示' },
  action: { confirm: '确认并发出', reply: '回复', 'strike-off': '销号', 'reject-reply': '退回重新回复', lift: '撤销' },
  event: { opened: '签发', confirmed: '确认发出', replied: '回复', 'reply-rejected': '退回回复', 'struck-off': '销号', lifted: '撤销' },
  ended: { 'case-ended': '案件已办结，随案结束', 'clock-past': '本环节已过，提醒结束' },
  time: { left: '剩 {span}', over: '超 {span}', caseOver: '案件超 {span}', caseLeft: '案件剩 {span}', caseEnded: '案件已结' },
  defaultLadder: '默认值',
  panel: {
    scope: '未销号 {n}', none: '没有未销号的督办单', month: '本月签发 {opened}，回复 {replied}，销号 {struck}',
    replyOver: '回复超 {span}', replyLeft: '回复剩 {span}',
  },
  page: {
    list: '督办单', filters: '筛选督办单', none: '这一栏此刻没有督办单。案件临期、超期时按督办阶梯自动签发，到了会列在这里', chooseOne: '选一份督办单，这里显示全部情况',
    filter: { open: '未销号', urge: '催办', struck: '已销号', all: '全部' },
    place: '地点', to: '致', signer: '签发', copy: '抄送', openedAt: '签发时间', replyBy: '回复时限', noReply: '不需书面回复', requirement: '要求',
    reply: '回复', rejected: '退回意见', rejectedTimes: '已退回 {n} 次', onDuty: '{role}（当班）', ladder: '依据 督办阶梯 {version}', nothing: '这份督办单现在不需要您办理',
  },
  form: { reply: '整改与办理情况', photos: '照片', note: '销号意见', reason: '理由', rung: '级别', requirement: '要求（批示）' },
  case: { title: '督办', open: '签发督办', finished: '{n} 份已结束' },
};
