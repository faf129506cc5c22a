/** Words of 乡呼县应: states, stops, the panel, the page, the forms and the case's own calls. */
export const calls = {
  title: '乡呼县应',
  default: '默认值',
  dispute: '矛盾纠纷',
  tier: { grid: '网格', village: '村社', township: '乡镇', county: '县级' },
  townRole: { lead: '乡镇主体', support: '乡镇配合' },
  ground: { 'beyond-power': '研究后确需', emergency: '应急' },
  urgency: { emergency: '紧急', major: '重大', routine: '日常' },
  state: { drafted: '待签发', called: '待响应', answered: '已响应', responding: '办理中', finished: '待评价', rated: '已评价', returned: '已退回', withdrawn: '已撤回' },
  stop: { called: '呼叫', answered: '响应', arrived: '到场', planned: '方案', finished: '办结' },
  call: { village: '呼叫村社', township: '呼叫乡镇', county: '呼叫县级部门' },
  action: {
    revise: '修改', sign: '签发呼叫', assign: '确定牵头和协办', answer: '响应', 'give-plan': '报方案', arrive: '已到场', mediate: '记录调解', 'hand-in-share': '交协办结果', 'excuse-share': '免除协办',
    finish: '办结', return: '退回', withdraw: '撤回', rate: '评价',
  },
  event: {
    drafted: '拟稿', revised: '修改', called: '签发呼叫', assigned: '确定牵头和协办', answered: '响应', 'plan-given': '报方案', arrived: '到场', mediated: '调解', 'share-handed-in': '交协办结果',
    'share-excused': '免除协办', finished: '办结', returned: '退回', withdrawn: '撤回', rated: '评价',
  },
  mediation: { agreed: '达成协议', failed: '未达成', adjourned: '择期再调' },
  rating: { 5: '很满意', 4: '满意', 3: '一般', 2: '不满意', 1: '很不满意' },
  tried: { handled: '{unit} 先行处置', mediated: '{unit} 先行调解' },
  said: {
    returned: '退回，依据 {item}', mediated: '调解：{result}', support: '{unit} 协办', excused: '已免除', owing: '尚未交结果', unsolved: '办结（未解决）', rated: '评价 {stars} 分', solvedYes: '已解决', solvedNo: '未解决',
  },
  time: { left: '{stop}剩 {span}', over: '{stop}超 {span}', leftShort: '剩 {span}', overShort: '超 {span}', used: '用时 {span}', usedLate: '用时 {span}，超限', by: '{at} 前' },
  panel: {
    scope: '在途 {n} 件', dayTime: '{day}日{time}', calls: '呼叫（件）', responded: '响应及时', finished: '办结及时', rating: '满意度', thisMonth: '本月', lastMonth: '上月', callsShort: '呼叫', respondedShort: '响应',
    finishedShort: '办结', ratingShort: '评分', whistle: '吹哨率', outside: '超区间',
  },
  page: {
    list: '呼叫', filters: '筛选呼叫', none: '这一栏此刻没有呼叫。呼叫在案件页拟稿，签发后列在这里', chooseOne: '选一件呼叫，这里显示全部情况', nothing: '这件呼叫现在不需要您办理', since: '{at} 起',
    filter: { running: '在途', draft: '待签发', finished: '待评价', ended: '已结束', all: '全部' },
  },
  field: {
    ground: '呼叫事由', urgency: '紧急程度', item: '清单事项', called: '呼叫单位', triedBy: '先行处置', mediatedBy: '先行调解', triedWords: '处置情况', study: '研究意见', signedBy: '签发', handler: '承办人', handlerName: '承办人',
    handlerPhone: '电话', plan: '方案', mediation: '结果', mediated: '调解情况', share: '协办结果', lead: '牵头', supports: '协办', reason: '理由', result: '办理结果', isSolved: '已解决', returnItem: '依据事项', satisfaction: '满意度',
    remark: '评语', about: '案件情况',
  },
  form: { triedKnown: '已有 {n} 条处置记录，可再补充', triedEmergency: '应急呼叫可不填', respond: '响应 {limit}', arrive: '到场 {limit}', finish: '办结 {limit}' },
  case: { title: '乡呼县应', tier: '现由{tier}办理' },
  grid: { mine: '我的呼叫 {n} 件', tried: '已做的工作', triedHint: '上门做了什么，为什么请村里出面', missing: '请写明已做的工作', send: '呼叫村社', nothing: '这件现在不需要呼叫村社', running: '已呼叫，等对方办理；办结后请你评价' },
};
