/** Words of 网格日常: the panel, the page and the phone's list of today. */
export const patrol = {
  title: '网格日常', state: { done: '已完成', due: '待办', overdue: '超期', free: '本期不要求' },
  frequency: { week: '每周 {n} 次', month: '每月 {n} 次', days: '每 {days} 天 {n} 次' }, evidence: { photos: '拍照', place: '到点', record: '记录' },
  panel: {
    scope: '近 {days} 天', coverage: '巡查覆盖率', of: '{done} / {owed} 项次', overdue: '超期', overdueIn: '{n} 个网格', today: '今日走访', todayIn: '{n} 个网格', unvisited: '{days} 天以上未到', never: '从未到访', days: '{n} 天',
    none: '没有 {days} 天以上未到的网格', default: '默认值', villages: '覆盖最低的村(社区)', allIn: '共 {n} 个网格',
  },
  page: {
    list: '网格', none: '这一栏没有网格，全部网格在第一栏', filters: '筛选网格', all: '全部', overdue: '有超期', unvisited: '久未到访', today: '今日已到', worker: '网格员 {name}', noWorker: '未配网格员', coverage: '覆盖 {share}', overdueOf: '超期 {n}', fine: '无超期', lastVisit: '上次 {at}', never: '从未到访',
    tasks: '本期事务', task: '事项', frequency: '频次', doneOf: '完成', by: '承担岗位', due: '期限', last: '上次', posts: '一长五员职责', visits: '最近走访', noVisits: '还没有走访记录', version: '网格事务清单 {version}', default: '默认值，待县级确认', chooseOne: '选一个网格', since: '{at} 起超期',
    photos: '照片 {n} 张', fromCase: '已上报案件',
  },
  field: { title: '今日网格事务', left: '还有 {n} 项', allDone: '今日事务都已完成', here: '在此完成', photo: '拍照完成', note: '写一句情况', noFix: '取不到定位，请到开阔处再试', deed: '网格事务', more: '其余 {n} 项', less: '收起' },
};
