/** Joint handling (联合处置), matters of several departments (一件事) and building sites. */
export const joint = {
  panel: {
    title: '一件事 · 农房监管', scope: '在办 {n} 件', late: '超期 {n}', none: '没有在办的一件事', building: '在建农房', today: '今日扫码', month: '本月扫码', total: '累计扫码',
    due: '待到场 {n}', done: '已到 {n}', running: '在办', open: '打开一件事', unit: '件', default: '默认值',
  },
  page: {
    list: '一件事办理', none: '这一栏此刻没有事项，其余各栏可查已办结的', own: '要本单位办', all: '全部', lateOnly: '超期', sites: '工地牌', running: '在办', done: '已办结', cancelled: '已终止', default: '模板为默认值，待县级确认', version: '模板版本 {version}',
    opened: '{at} 开启 · {by}', fromCase: '来自案件 {no}', site: '工地 {code}', process: '办理流程', parallel: '并联', holds: '{who} 在办', left: '剩 {span}', over: '超 {span}', used: '用时 {span}', waiting: '未到',
    skipped: '跳过', failed: '整改 {n} 次', step: '当前环节', limit: '时限 {at}', photos: '照片 {n} 张', owner: '{owner}', printSigns: '打印工地牌', allSigns: '全部工地牌', none2: '现在不用你办理', notYours: '由 {owner} 办理', scanOnly: '须到现场扫码办理',
  },
  action: { 'finish-step': '办结“{step}”', 'fail-step': '“{step}”记为整改', 'skip-step': '跳过“{step}”', 'urge-step': '催办“{step}”', cancel: '终止办理' },
  field: { reason: '理由', note: '说明', photos: '照片' },
  event: {
    'matter-opened': '开启', 'step-finished': '办结', 'step-failed': '记为整改', 'step-skipped': '跳过', 'step-urged': '催办', 'matter-cancelled': '终止',
    'support-asked': '请求协办', 'support-signed': '签收', 'support-fed-back': '反馈', 'support-accepted': '确认完成', 'support-sent-back': '退回补办', 'excuse-requested': '申请豁免',
    'excuse-granted': '同意豁免', 'excuse-refused': '不同意豁免', 'support-urged': '催办', 'support-dropped': '自动解除',
  },
  support: {
    title: '协办', open: '{n} 家未办结', allDone: '全部办结', state: { asked: '待签收', signed: '协办中', 'fed-back': '待主办确认', 'excuse-requested': '豁免审批中', accepted: '已完成', excused: '已豁免' },
    action: { sign: '签收', 'feed-back': '反馈', accept: '确认完成', 'send-back': '退回补办', 'request-excuse': '申请豁免', 'grant-excuse': '同意豁免', 'refuse-excuse': '不同意', urge: '催办', drop: '解除' },
    ask: '要求：{text}', feedback: '{by} 反馈：{text}', excuse: '豁免理由：{text}（{asked} 申请{granted}）', granted: '，{by} 同意', matters: '可转为一件事', openMatter: '开启“{name}”', running: '一件事 {name}',
  },
  site: {
    title: '农房工地', plan: '{m2} 平方米，{floors} 层', scans: '已扫码 {n} 次', due: '现在该做', nothingDue: '现在没有须到场的环节，可以记一次巡查', notYours: '“{step}”由 {owner} 到场，你可以记一次巡查',
    unknown: '没有这个编号的工地', lost: '公示牌编号 {code}。请核对公示牌，返回再扫一次。',
    look: '记一次巡查', submit: '提交到场查验', locating: '正在定位…', noFix: '还没有定位，请到开阔处', near: '距工地 {m} 米', far: '距工地 {m} 米，太远，不能提交', photos: '拍照（至少 {n} 张）', photo: '拍照', note: '情况说明', yes: '合格', no: '不合格',
    sent: '已提交', failed: '有不合格项，已记为整改，整改后再到场', history: '最近扫码', passed: '合格', notPassed: '整改', patrol: '巡查', missing: '还缺：{what}', back: '返回', scan: '扫码上报', uploading: '照片上传中…',
  },
  sign: { title: '农村建房公示牌', print: '打印', count: '{n} 块', scan: '手机扫码巡查', code: '编号', place: '地点', owner: '建房户', area: '批准占地', floors: '层数', builder: '施工', back: '返回' },
};
