import { CASE_STATE_NAMES } from '@wangge/shared/district';

/** Words of a case's life, shared by all surfaces: states, actions, events, levels, stages of an order, fields. */
export const caseWords = {
  state: CASE_STATE_NAMES,
  step: {
    'self-handled': '审核', reported: '受理', 'verifying-report': '核实', accepted: '立案', filed: '派遣', 'county-called': '响应', dispatched: '签收',
    handling: '处置', 'return-requested': '审批', 'extension-requested': '审批', 'suspension-requested': '审批', suspended: '恢复', handled: '发核查',
    checking: '核查', checked: '结案', 'void-requested': '审批',
  },
  action: {
    'verify-report': '发核实', 'confirm-report': '核实属实', 'deny-report': '核实不属实', accept: '受理', refuse: '不予受理', merge: '并案',
    'approve-self-handled': '审核通过', 'reject-self-handled': '审核不通过', file: '立案', 'send-back': '退回受理', dispatch: '派遣',
    'assign-department': '派给部门', withdraw: '撤销派遣', redirect: '改派', 'call-county': '呼叫县级', 'answer-call': '县级受理', 'withdraw-call': '撤回呼叫', raise: '提级', 'return-call': '退回乡镇',
    deliver: '送达', see: '已读', 'remind-sign': '催签', 'propose-next': '提请转下一顺位', 'pass-on': '转下一顺位', 'tell-desk': '报指挥台', sign: '签收', depart: '出发', arrive: '到场', 'ask-room': '请示指挥室', 'contact-reporter': '联系诉求人', 'report-back': '处置反馈', 'request-return': '申请回退', 'approve-return': '同意回退',
    'reject-return': '不同意回退', 'request-extension': '申请延期', 'approve-extension': '同意延期', 'reject-extension': '不同意延期',
    'request-suspension': '申请挂账', 'approve-suspension': '同意挂账', 'reject-suspension': '不同意挂账', resume: '恢复处置', 'add-support': '增派协办', convene: '召开联席会议',
    'send-check': '发核查', 'pass-check': '核查通过', 'fail-check': '核查不通过', close: '结案', recheck: '退回核查', evaluate: '登记评价', archive: '归档',
    reopen: '重新激活', 'ask-reopen': '申请重办', 'decline-reopen': '不予重办', 'request-void': '申请作废', 'approve-void': '同意作废', 'reject-void': '不同意作废', supervise: '督办',
    'lift-supervision': '撤销督办', urge: '催办', 'review-application': '初审', 'report-failed-check': '核查不到位', 'answer-reporter': '答复诉求人',
  },
  event: {
    reported: '上报', 'self-handling-reported': '自处置上报', 'report-verification-asked': '发核实', 'report-confirmed': '核实属实',
    'report-denied': '核实不属实', accepted: '受理', refused: '不予受理', merged: '并案', 'self-handling-approved': '审核通过',
    'self-handling-rejected': '审核不通过', filed: '立案', 'sent-back': '退回受理', dispatched: '派遣', 'department-assigned': '派给部门',
    withdrawn: '撤销派遣', redirected: '改派', 'county-called': '呼叫县级', 'call-answered': '县级受理', 'call-withdrawn': '撤回呼叫', raised: '提级办理', 'call-returned': '县级退回', delivered: '送达',
    seen: '已读', 'sign-reminded': '催签', 'next-proposed': '未签收，可转下一顺位', 'passed-on': '转下一顺位', 'desk-told': '未签收，报指挥台', signed: '签收', departed: '出发', arrived: '到场', 'room-asked': '请示指挥室', 'reporter-contacted': '联系诉求人', 'reported-back': '反馈', 'return-requested': '申请回退', returned: '同意回退',
    'return-rejected': '不同意回退', 'extension-requested': '申请延期', extended: '同意延期', 'extension-rejected': '不同意延期',
    'suspension-requested': '申请挂账', suspended: '挂账', 'suspension-rejected': '不同意挂账', resumed: '恢复处置', 'support-added': '增派协办', 'meeting-convened': '召开联席会议',
    'check-sent': '发核查', 'check-passed': '核查通过', 'check-failed': '核查不通过', closed: '结案', 'recheck-asked': '退回核查', evaluated: '评价',
    archived: '归档', reopened: '重新激活', 'reopening-asked': '申请重办', 'reopening-declined': '不予重办', 'void-requested': '申请作废', voided: '同意作废', 'void-rejected': '不同意作废', supervised: '督办',
    'supervision-lifted': '撤销督办', urged: '催办', 'application-reviewed': '初审', 'check-failure-reported': '核查不到位', 'reporter-answered': '答复诉求人',
    'report-joined': '并入一件', 'reporter-erased': '删除诉求人信息', 'drill-ended': '演练结束',
  },
  level: { ordinary: '一般', serious: '较大', major: '重大' },
  urgency: { normal: '普通', urgent: '紧急', critical: '特急' },
  platform: { order: '综治工作', market: '市场监管', enforcement: '综合执法', service: '便民服务' },
  lamp: { green: '正常', yellow: '临期', red: '超期', paused: '挂账', blue: '按期' },
  supervision: { 1: '黄色督办', 2: '红色督办', 3: '县级督办', 4: '通报' },
  order: { sent: '已派', delivered: '已送达', seen: '已读', signed: '已签收', departed: '在路上', arrived: '已到场', done: '已办完' },
  orderNext: {
    sent: '已发出，待送达', delivered: '已送达，待签收', seen: '已读，待签收', signed: '已签收，待出发', departed: '已出发，在路上', arrived: '已到场，处置中', done: '已办完，待核查',
  },
  field: {
    leadDepartmentId: '主办单位', typeCode: '类型', level: '级别', gridCode: '网格', departmentId: '部门', supportDepartmentIds: '协办单位', teamId: '队伍', personId: '人员',
    parentCaseId: '主案', reason: '理由', note: '意见', basis: '依据', until: '新期限', resumeDay: '恢复日', newDue: '新期限', ground: '事由', itemCode: '清单条目', formPhotos: '盖章申请表', fixAt: '定位时间',
    isSupported: '初审意见', reportCaseId: '诉求人', answerHow: '告知方式', accuracyM: '误差', afterPhotos: '处置后照片', state: '环节', dueAt: '办结限', checkerId: '核查人', supervisionLevel: '督办级别', satisfaction: '满意度',
    isResolved: '是否解决', photos: '照片', lngLat: '位置', description: '情况描述', address: '地址', account: '账号', password: '密码',
  },
  here: { find: '取当前位置', found: '位置已取得' },
  advice: { yes: '建议同意', no: '建议不同意' },
  ground: { misdispatched: '派错单位', 'beyond-power': '超出职权', 'facts-differ': '情况不符', other: '其他' },
  answerHow: { phone: '电话', message: '短信', visit: '上门', online: '网上' },
  application: { return: '回退', extension: '延期', suspension: '挂账', void: '作废' },
  role: {
    commander: '指挥长', 'duty-chief': '值班长', dispatcher: '派遣员', intake: '受理员', department: '处置部门', inspector: '督查员', 'grid-worker': '网格员',
    squad: '队员', leader: '领导', wall: '大屏', admin: '管理员', auditor: '审计员', 'centre-deputy': '中心分管领导', 'county-department': '县级部门', 'county-centre': '县社会治理中心', channel: '渠道', system: '系统',
  },
};
