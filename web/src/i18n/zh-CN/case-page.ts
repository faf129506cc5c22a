/** Sentences of the case page about reports of one matter, receipts, rounds and applications. */
export const casePage = {
  voice: '语音 {n}',
  same: {
    title: '可能是同一件事', scope: '同类、同地、同时段在办', away: '{n} 米', age: '{span}前', reports: '{n} 次上报', merge: '并入', mergeInto: '并入 {no}',
  },
  application: { title: '申请', asks: '申请{what}', review: '初审', decision: '审批', turn: '待办' },
  receipts: {
    title: '回执', count: '{n} 次上报', owedCount: '{n} 人待答复', owed: '待答复', none: '无须答复', answered: '已{how}答复 {at}', say: '答复内容', by: '答复并登记',
    answerTo: '答复 {who}', words: '您反映的“{matter}”{outcome}，感谢您的反映。',
  },
  selfHandled: { approve: '自处置 {n} 件，抽审之外全部通过', done: '已通过 {n} 件' },
  reopening: {
    title: '申请重办', asked: '{who} {at}', none: '没有留名', reason: '群众说', say: '不予重办的答复', sayHint: '为什么不重办，群众凭回执码看得到', grant: '重新激活…', decline: '不予重办并答复', declined: '不予重办，已答复 {at}',
    waits: '等值班长决定',
  },
  rounds: { now: '第 {n} 轮', one: '第 {n} 轮', why: '重新激活：{why}', started: '开始', due: '期限', handled: '交回', closed: '结案' },
};
