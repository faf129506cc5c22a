/** 外部系统接入与死信。 */
export const connectors = {
  letters: '死信', open: '待处理', ended: '已处理', none: { open: '没有待处理的死信：外部系统的来件都收下了', ended: '近三十天没有处理过死信' },
  standing: { off: '已停用', new: '还没有来件', well: '正常', silent: '中断' },
  heard: '最近来件 {at}', waits: '待处理 {n}', silent: '超过约定时间没有来件，请联系对方单位', inTrouble: '{at} 起收不到：', theseInTrouble: '{names}，{at} 起收不到：', outTrouble: '回传第 {n} 次未成：',
  topic: { reports: '工单', ratings: '评价', progress: '回传' }, state: { open: '待处理', taken: '已收下', discarded: '已搁置' },
  whole: '整份报文', noNumber: '没有编号', became: '由它成为的案件', times: '来过 {n} 次', again: '{at}，共 {n} 次', colon: '：', standsAt: '在原文的 {paths} 处', caseStands: '案件现在是“{state}”',
  fact: { from: '来自', first: '首次来件', last: '最近来件', ended: '处理' },
  field: {
    externalNo: '编号', typeCode: '案件类型', description: '内容', lng: '经度', lat: '纬度', lngLat: '位置', address: '地址', source: '来源', reporterName: '诉求人', reporterPhone: '电话', isSecret: '是否保密',
    satisfaction: '满意度', isResolved: '是否解决', note: '说明',
  },
  text: '原文，改后重送', textWhole: '整份报文，改后重送', reason: '搁置原因',
  act: { mend: '改后重送', replay: '原样重送', discard: '搁置', undo: '恢复原文' },
  keys: {
    title: '接入密钥', rule: '访问对方系统用的密钥在这里存入、更换；给对方验签用的签名密钥在这里生成。密钥不写进清单，存入后谁也看不到，只发往存入时的那台主机。', none: '接入清单里没有要用密钥的对方系统。在“外部系统接入”清单的 poll 里写上 auth，或写上 out，就会列在这里。',
    kind: { bearer: '访问令牌（Bearer）', basic: '账号的密码（Basic）', header: '密钥（请求头）' }, noHost: '清单里还没有地址', unset: '粘贴对方给的密钥', rotate: '粘贴新的密钥以更换', keep: '存入', kept: '已存入，下一次轮询就用它。', never: '还没有存入，暂不轮询。', setBy: '{who} {at} 存入',
    sign: '回传签名密钥', renew: '生成新的', once: '只显示这一次，请交给对方；旧的即刻作废。',
  },
  hint: '重送走与来件相同的入口：收下即成案件，同一编号只成一件；仍收不下的留在这里，写明新的原因。处理完，原文即删除。',
};
