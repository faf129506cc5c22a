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
  round: {
    title: '巡查', start: '开始巡查', stop: '结束巡查', startSub: '记录时间、里程和走过的网格', dutyFirst: '先上岗，再开始', since: '{at} 开始', time: '用时', foot: '步行', drive: '车行',
    blind: '暂时没有定位，里程先不增加', kept: '已存在手机里，会自动发出', last: '上次 {from}–{to}　步行 {foot} km　车行 {drive} km　巡到 {n} 个网格',
    ended: { worker: '已结束', 'off-duty': '已下岗，巡查同时结束', silent: '30 分钟没有定位，已自动结束', 'started-anew': '在别处另开了一次，这次已结束', 'too-long': '已满 12 小时，自动结束' },
  },
  rounds: {
    title: '巡查', list: '巡查', day: '日期', none: '这一天没有巡查', time: '用时', touched: '经过 {n} 个网格', filters: '按人筛选', everybody: '全部', track: '轨迹', showTrack: '看轨迹', hideTrack: '收起轨迹', trackShown: '地图上是这一次的轨迹', noTrack: '这一次没有定位，没有轨迹', legend: '着色为近 {days} 天巡到的网格，最重的为这一次巡到', total: '里程', start: '开始', stop: '结束', way: '步行 {foot} km · 车行 {drive} km', running: '巡查中', at: '{from}–{to}', foot: '步行 {n} km', drive: '车行 {n} km', grids: '巡到 {n} 个网格', told: '{at} 补报', personDay: '{name}　{n} 次',
    covered: '近 {days} 天巡到 {n} / {all} 个网格', rule: '在网格内满 {minutes} 分钟或步行满 {metres} 米算巡到，驾车经过不算', today: '今日 {n} 次，{running} 次进行中', sum: '步行 {foot} km，车行 {drive} km', map: '巡到图',
    ends: { worker: '', 'off-duty': '下岗自动结束', silent: '30 分钟无定位自动结束', 'started-anew': '另开一次时结束', 'too-long': '满 12 小时自动结束' },
  },
};
