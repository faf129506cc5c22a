/** Words of the sheets behind the tiles of governance: what each number counts, and what happened to an object. */
export const sheets = {
  toCase: '看案件', whistle: '{town}吹哨率',
  kind: { case: '案件', order: '督办单', call: '呼叫', matter: '一件事', site: '农房工地', penalty: '处罚案件', raid: '联合执法', draw: '抽查', check: '抽查对象', inspector: '检查人员', application: '办件', grid: '网格', task: '网格', visit: '网格' },
  site: { building: '在建', finished: '已竣工', stopped: '已停建' },
  state: { urged: '催办中', unchecked: '待检查', done: '已办结', cancelled: '已终止' },
  event: { 'site-registered': '挂牌', 'site-scanned': '扫码巡查', 'site-finished': '竣工', 'site-stopped': '停建', planned: '布置', started: '开始', 'unit-reported': '报结果', cancelled: '取消', visited: '走访' },
  oversight: {
    urge: { name: '催办', rule: '临期提醒，环节过去即结束，不需书面回复。' }, yellow: { name: '黄色督办', rule: '未销号的黄色督办单。' }, red: { name: '红色督办', rule: '未销号的红色督办单。' },
    county: { name: '县级督办', rule: '未销号的县级督办单。' }, censure: { name: '通报', rule: '未销号的通报批评。' }, 'late-replies': { name: '回复超期', rule: '未销号、待回复，而且过了回复时限的督办单。' },
    opened: { name: '本月签发', rule: '本月签发的督办单，不含催办和待确认的。' }, replied: { name: '本月回复', rule: '本月有书面回复的督办单。' }, 'struck-off': { name: '本月销号', rule: '本月销号的督办单。' },
  },
  calls: {
    running: { name: '在途', rule: '已签发，被呼叫的一级还没有办结、退回的呼叫，先到时限的在前。' }, sent: { name: '呼叫', rule: '本期（本月；本月还没有呼叫时为上月）发给县级的呼叫，县级未答复前撤回的不计。' },
    responded: { name: '响应及时', rule: '分母：本期呼叫中已经响应、或响应时限已过的；分子：在时限内响应的，依法退回也算响应。' },
    finished: { name: '办结及时', rule: '分母：本期呼叫中已经办结、或办结时限已过的；分子：在时限内办结的；退回的不计。' },
    rated: { name: '已评价', rule: '本期呼叫中乡镇已经评价的。' }, to: { rule: '本期呼叫这个县级部门的件数。' },
    whistle: { rule: '吹哨率：分子为本期发给县级的呼叫，分母为同期受理的案件；两者都列在这里。' },
  },
  joint: {
    running: { name: '在办', rule: '开启后还没有办结、终止的一件事。' }, late: { name: '超期', rule: '在办、而且有环节超过时限的一件事。' }, building: { name: '在建农房', rule: '已挂牌、没有竣工和停建的农房工地。' },
    'scans-today': { name: '今日扫码', rule: '今天 0 时起的扫码次数，按工地列出。' }, 'scans-month': { name: '本月扫码', rule: '本月的扫码次数，按工地列出。' }, 'scans-total': { name: '累计扫码', rule: '全部扫码次数，按工地列出。' },
    'visits-due': { name: '待到场', rule: '现在须到场的环节。' }, 'visits-done': { name: '已到场', rule: '已经到场办结的环节。' }, matter: { rule: '按这个模板开启、在办的一件事。' },
  },
  enforcement: {
    open: { name: '在办', rule: '没有结案、撤案、不予处罚的处罚案件。' }, late: { name: '逾期', rule: '在办，而且本环节或办案期限已过的案件。' }, opened: { name: '本月立案', rule: '本月立案和当场处罚的案件。' },
    'opened-simple': { name: '简易', rule: '本月按简易程序立案的案件。' }, 'opened-ordinary': { name: '普通', rule: '本月按普通程序立案的案件。' }, ended: { name: '本月办结', rule: '本月结案、撤案或不予处罚的案件。' },
    decided: { name: '按期决定', rule: '分母：本月作出决定、有办案期限的案件；分子：在期限内作出决定的。' }, published: { name: '按期公示', rule: '分母：本月作出决定，已公示或公示期限已过的案件；分子：在期限内公示的。' },
    stage: { rule: '在办案件中现在处于这个环节的。' }, raids: { name: '今日联合执法', rule: '今天开始、没有取消的联合执法任务。' },
  },
  draws: {
    objects: { name: '抽中对象', rule: '这次抽查抽中的全部对象。' }, inspectors: { name: '检查人员', rule: '抽中的检查人员，含回避后补抽的。' }, checked: { name: '已检查', rule: '分母：抽中对象；分子：已填检查结果的。' },
    problems: { name: '发现问题', rule: '分母：已检查的对象；分子：发现问题的。' }, 'in-time': { name: '按期公开', rule: '分母：结果已公开、或公开期限已过的对象；分子：在期限内公开的。' }, late: { name: '公开逾期', rule: '过了期限才公开、或仍未公开的结果。' },
    waiting: { name: '待公开', rule: '已检查、期限未到、还没有公开的结果。' }, year: { name: '今年抽查', rule: '今年已经抽取的抽查，不含取消的。' },
  },
  service: {
    late: { name: '超期', rule: '在办，而且本环节或全程超过时限的办件。' }, received: { name: '今日收件', rule: '今天 0 时起收的办件。' }, 'handed-over': { name: '今日送达', rule: '今天 0 时起送达的办件。' },
    'on-time': { name: '本月按时', rule: '分母：本月送达和不予办理的办件，撤回的不计；分子：没有超过全程时限的。' }, proxy: { name: '代办', rule: '分母：本月收的办件；分子：代办的。' }, 'in-hand': { name: '在办', rule: '没有送达、不予办理、撤回的办件，含补正中。' },
    supplement: { name: '补正', rule: '停表、等申请人补正材料的办件。' }, node: { rule: '在办的办件中现在处于这个环节的。' },
  },
  patrol: {
    coverage: { name: '巡查覆盖', rule: '分母：考察期内各网格已到期的项次；分子：完成次数达到要求的。覆盖低的网格在前。' }, overdue: { name: '超期', rule: '过了期限还没有完成的网格事务，一项一行，拖得久的在前。' },
    today: { name: '今日走访', rule: '今天 0 时起记录的走访，一次一行。' }, unvisited: { name: '久未到访', rule: '超过规定天数没有人到过、或从未到过的网格。' },
  },
};
