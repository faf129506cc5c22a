/** Words of 清单: the page of lists and editions, the route of a case, and what is missing in the calendar. */
export const lists = {
  title: '清单', filters: '筛选清单', none: '没有这样的清单', noRows: '没有这样的行', editions: '版本', version: '版本', from: '生效日期', documentNo: '文号',
  filter: { all: '全部', default: '默认值', confirmed: '已确认' },
  default: '默认值', confirmed: '已确认', editionCount: '{n} 个版本', since: '{day} 起', comingFrom: '{day} 起生效',
  standing: { 'in-force': '生效中', coming: '待生效', past: '已停用' },
  noDocument: '无文号', shipped: '随产品提供的默认值，县里确认前按此执行', publishedBy: '{who} {at} 发布', download: '下载', publish: '发布新版本',
  item: '项', value: '值', nothing: '空', emptyColumns: '尚未填写的列：{names}',
  search: '在 {n} 行中查找', compare: '与另一版比较', compareNone: '不比较', compareWith: '与 {version} 比较', onlyChanged: '只看不同',
  change: { added: '新增', changed: '改动', removed: '删去' }, changeCount: '{change} {n}',
  bounce: { title: '退件', times: '{n} 次', way: '{from} → {to}', returns: '退回 {n}', redirects: '改派 {n}', sum: '退件 {n} 次，涉及 {items} 项', first: '退件多的在前' },
  upload: {
    title: '发布新版本：{name}', content: '内容', csv: '选 CSV 文件', json: '选 JSON 文件', same: '照用 {version}', versionHint: '如 2027.1', optional: '可不填',
    confirmed: '县里已确认（不再标“默认值”）', line: '第 {n} 行', head: '表单', count: '：{n} 处要改', send: '确认发布',
    columns: '须有这些列：{names}。可先下载现在的版本，改好再选', preview: '与 {version} 相比',
    missing: { mended: '改好文件再选一次', file: '请先选内容', version: '请填版本', day: '请填生效日期' },
    consequence: '{day} 起代替现在的版本。发布后不能改，只能再发新版；已上报的案件仍按上报时的版本',
  },
  route: {
    noItem: '清单外', byType: '按案件类型派单', to: '→ {to}', tier: '层级', receiver: '现在派给', lead: '主办', supports: '配合', duty: '乡镇职责', limit: '办理时限', basis: '依据',
    gridTasks: '网格员', gridTask: { verify: '可派核实', check: '可派核查', none: '未准入，核查派督查员' }, office: '主体责任', phone: '电话', noPhone: '未填写', edition: '清单版本', alternatives: '没有选的', opens: '{lead} {at} 上班',
    tierOf: { village: '村内办理', township: '乡镇一个单位办理', joint: '联席会议', county: '乡呼县应' },
    why: {
      'not-valid': '当天不在有效期', 'wrong-ground': '不适用这里（镇区／农村）', 'other-item': '另一项更贴切', 'list-names-another': '清单写明由别的单位办', 'township-can': '乡镇能办，不呼县',
      'too-big': '超出乡镇权限', 'supports-only': '配合责任', 'off-duty': '现在不在班',
    },
  },
  calendar: { late: '放假安排录入前推算过到期时间', missing: '{years} 年放假安排未录入', guessed: '{n} 件在办案件的到期时间只是推算', soon: '录入前，落到该年的到期时间只能推算', enter: '去录入工作日历' },
};
