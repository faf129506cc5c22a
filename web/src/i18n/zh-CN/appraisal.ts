/** Sentences of 考评: the wall's panel, the desk's page, the roster. */
export const appraisal = {
  panel: {
    title: '考评', scope: '{area} {month} 月', default: '默认值', unscored: '本月还没有得分', score: '分', letter: '{letter} 级',
    worst: '最差三项', noWorst: '各项都在达标线内', league: { town: '乡镇', department: '部门' }, open: '打开考评', unranked: '未排名',
  },
  sheet: {
    score: '综合得分', all: '全部指标', weight: '权重 {share}', league: { town: '乡镇排名', department: '部门排名' },
    rule: { score: '综合得分由下列指标按权重合成，没有数值的指标不计，其余权重按比例放大', dimension: '这一维度由下列指标按权重合成', all: '适用于本辖区的全部指标，每一项都打开公式和计入的案件', league: '按综合得分排名，样本少的不排' },
  },
  band: { green: '达标', yellow: '关注', red: '未达标' },
  page: {
    subject: '评价对象', period: '统计期', earlier: '上一期', later: '下一期', leagues: '看谁', whole: '全辖区', export: '导出表格', reading: '正在读取', asOf: '截至 {at}',
    default: '默认值，未经县里确认', edition: '指标 {indicators}，权重 {weights}', place: '第 {n} 名', n: '样本 {n}', few: '样本少',
    noScore: '没有得分', parts: '构成', missing: '缺', dimensions: '四维考评', dimensionsNote: '维度与权重为默认值',
  },
  periods: { day: '日', week: '周', month: '月', quarter: '季', year: '年' },
  leagues: {
    town: '乡镇', village: '村社', grid: '网格', department: '部门', team: '队伍', 'grid-worker': '网格员', intake: '受理员', 'duty-chief': '值班长', dispatcher: '派遣员', handler: '承办人',
  },
  why: { 'no-source': '尚无记录来源', 'now-only': '只有当前值', 'no-cases': '分母为零', few: '样本少，不排名', 'other-terms': '口径不同，不排名', 'no-score': '无得分' },
  table: { name: '指标', value: '数值', parts: '分子 / 分母', band: '评价', label: '指标表', mean: '中位数 {median}，九成在 {p90} 内' },
  figure: {
    formula: '公式', denominator: '分母', note: '口径说明', bands: '评价线', cases: '计入的案件', things: '计入的每一项', none: '没有案件', hidden: '另有 {n} 件不在您的查看范围',
    adds: '合计分子 {numerator}，分母 {denominator}', part: '分子 {numerator}，分母 {denominator}', trend: '近 {n} 期', open: '打开案件 {no}', more: '再读一些',
    green: '达标 {range}', yellow: '关注 {range}', from: '不低于 {n}', to: '不高于 {n}', between: '{a} 到 {b}', source: '定义来源 {source}，评价线 {bands}',
    choose: '选一个指标，这里显示公式、趋势和计入的每一件案件',
  },
  things: { unseen: '未在岗', seenAt: '{at} 在岗', unvisited: '未到', visitedAt: '{at} 巡到', tooFew: '次数不足，最近 {at}', open: '打开{place}的网格日常' },
  rank: { label: '排名', name: '对象', score: '得分', letter: '等级', terms: '口径：{terms}' },
  lock: { post: '编制锁定', person: '人员锁定', since: '{since} 起，长期', left: '至 {until}，还有 {n} 天', over: '{until} 已到期', coming: '{since} 起生效' },
  roster: {
    title: '派驻名册', note: '双锁定：编制锁在乡镇，人员锁在岗位。派驻人员与乡镇人员按同一套口径考评。', homeUnit: '派出单位', filled: '在册 {n}，编制 {posts}',
    nobody: '这里还没有登记人员', noBodies: '名册上没有本地的派驻机构', uses: '四权使用记录', noUses: '没有这样的记录', all: '全部',
    over: '{department}　{person}', whole: '整个机构', useOver: '用权', useOverWhom: '对 {name} 用权', useOverTitle: '对 {whom}', which: '哪一项权', use: '行使并记录', cancel: '取消',
    chooseWhom: '在名册上选一个机构或一个人，点“用权”。您可以行使：{rights}', reason: '理由（至少四个字）', answer: '回应', withdraw: '撤回',
    noteFor: { answer: '写明回应', withdraw: '写明撤回的理由' }, usedBy: '{who}，{role}', endedBy: { answered: '{who} {at} 回应', withdrawn: '{who} {at} 撤回', used: '{who} {at}' },
    state: { used: '待回应', answered: '已回应', withdrawn: '已撤回' }, rights: { command: '指挥协调权', appraise: '考核管理权', nominate: '推荐提名权', veto: '反向否决权' },
    shortRights: { command: '指挥', appraise: '考核', nominate: '提名', veto: '否决' },
    rightNotes: { command: '调人、编组、值守：派驻机构照办并回应', appraise: '考核结果计入派出单位的考核', nominate: '推荐评先或任用，由派出单位回应', veto: '不同意调动、任免或评先，由派出单位回应' },
  },
};
