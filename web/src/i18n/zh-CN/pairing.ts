/** 配对: screens of walls and their codes. */
export const pairing = {
  title: '配对码', hint: '在席位「大屏导播」的「大屏与屏端」里输入这个码，本屏随后自动显示', left: '{m} 分 {s} 秒后换新码', asking: '正在取码', unheard: '服务器没有应答，正在重试',
  walls: '大屏与屏端', choose: '选一格屏', tile: '第 {column} 列 第 {row} 行',
  state: { free: '未配对', live: '在线', partly: '{live}/{n} 在线', silent: '离线' }, codeHint: '输入屏上的 8 位配对码', pair: '配对', unpair: '解除配对', noScreen: '这一格还没有屏端。打开浏览器访问 /wall，屏上会显示配对码。',
  neverSeen: '还没有上线', seen: '{ago}在线 · {width} × {height}', by: '{name} {at} 配对',
};
