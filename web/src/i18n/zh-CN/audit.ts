/** Sentences of the audit log (审计日志). */
export const audit = {
  title: '审计日志', none: '没有这样的记录', more: '再看 {n} 条以前的', reading: '正在读取', export: '导出', verify: '校验', verifying: '正在校验',
  person: '人员', personHint: '姓名或编号', refusedOnly: '只看拒绝', periods: '时间', kinds: '类别',
  period: { day: '近一天', week: '近七天', month: '近三十天', all: '全部' },
  kind: { all: '全部', session: '登录', command: '命令', view: '越权查看', personal: '个人信息', export: '导出', config: '配置', store: '存储', audit: '审计', server: '运行' },
  action: {
    session: { open: '登录', wall: '打开大屏', demo: '演示登录', close: '退出登录', role: '换角色' },
    personal: { view: '查看上报人', track: '查看轨迹', letter: '查看死信', camera: '打开视频', reveal: '查看保密信息' },
    audit: { verify: '校验审计日志', removed: '到期清理审计日志', lost: '有记录没有写成' },
    store: { trouble: '存储故障', retain: '到期清理' },
    server: { start: '服务启动', stop: '服务停止' },
  },
  generic: { command: '办理', view: '查看', export: '导出', config: '修改', personal: '查看', session: '登录', store: '存储', audit: '审计', server: '运行' },
  topic: {
    cases: '案件', intake: '渠道上报', calls: '乡呼县应', oversight: '督办', draws: '抽查', penalties: '处罚案件', raids: '联合执法', 'matter-runs': '一件事', supports: '协办', sites: '工地',
    'right-uses': '四权', applications: '窗口事项', attachments: '照片', drafts: '草稿', duty: '在岗', patrol: '巡查', lists: '清单', walls: '大屏', scenes: '场景', alarms: '告警', sos: '求助', terminals: '终端',
    appraisal: '考评', figures: '数字', units: '力量', audit: '审计日志', boards: '看板', replay: '回看', retention: '留存', roster: '派驻', briefings: '简报', connectors: '接入', cameras: '视频', notices: '村情通', district: '辖区',
  },
  result: { ok: '成功', refused: '拒绝' },
  nobody: '未登录者', system: '系统',
  field: {
    at: '时间', person: '人员', personId: '人员编号', role: '角色', unit: '单位', address: '来源地址', action: '事项', object: '对象', result: '结果', why: '原因', seq: '序号', hash: '指纹',
  },
  detail: { action: '动作', expectedRevision: '所见版次', revision: '办后版次', version: '版本', since: '起', hindrance: '原因', upTo: '清理到第几条', hash: '所清末条指纹', entries: '条数', role: '换成' },
  verdict: {
    label: '校验结果',
    whole: '全部 {n} 条记录完好，与写下时一致。', empty: '日志是空的，没有可校验的记录。', removed: '另有 {n} 条已到期清理，清理本身有记录。',
    head: '末条第 {seq} 条，指纹 {hash}。抄下它，下次校验时可以对照。',
    changed: '第 {seq} 条被改动或调换过。它之前的 {n} 条完好。', missing: '第 {seq} 条不见了。它之前的 {n} 条完好。',
    'end-missing': '末尾从第 {seq} 条起被删去了。它之前的 {n} 条完好。', 'beginning-missing': '开头到第 {seq} 条被删去了，没有清理的记录。',
    failed: '没有校验成：{why}',
  },
};
