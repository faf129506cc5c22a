/** 演练. */
export const drills = {
  open: '开始一场演练', rule: '演练用编出来的案件，在真实系统里走完全过程。辖区内各块屏都标“演练”，演练案件为空心标记、编号带 Y；不计入任何指标、看板和考核，不上报县级，不占用力量。',
  name: '名称', namePlaceholder: '如：燃气泄漏联合处置演练', area: '范围', whole: '全辖区', lasts: '时长', hours: '{n} 小时', begin: '开始演练', end: '结束演练',
  openedBy: '{who} {at} 开始', runsUntil: '演练中，{at} 自动结束', endedBy: '{who} {at} 结束', cases: '演练案件 {n} 件，未办结 {open} 件', none: '还没有演练过',
  asDrill: '作为演练上报', asReal: '真实上报', kind: '性质',
};
