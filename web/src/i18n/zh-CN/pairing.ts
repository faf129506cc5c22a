/** 配对与拼接: screens of walls, their codes, and how a wall is put together. */
export const pairing = {
  title: '配对码', hint: '在席位「大屏导播」的「大屏与屏端」里输入这个码，本屏随后自动显示', left: '{m} 分 {s} 秒后换新码', asking: '正在取码', unheard: '服务器没有应答，正在重试',
};
