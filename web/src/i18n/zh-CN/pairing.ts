/** 配对: screens of walls and their codes. */
export const pairing = {
  title: '配对码', hint: '在席位「大屏导播」的「大屏与屏端」里输入这个码，本屏随后自动显示', left: '{m} 分 {s} 秒后换新码', asking: '正在取码', unheard: '服务器没有应答，正在重试',
  walls: '大屏与屏端', add: '添一块大屏', edit: '改拼接', save: '保存', cancel: '取消', cardOn: '显示定位卡', cardOff: '收起定位卡', choose: '选一格屏', tile: '第 {column} 列 第 {row} 行',
  shape: '{across} × {down} 屏 · 拼缝 {bezel} mm · 画面高 {height} mm · 观看距离 {distance} m', legible: '正文字高 {mm} mm（放大 {k}），后排看得清', tooSmall: '正文字高 {mm} mm（已放大 {k}），后排看不清',
  field: { name: '名称', across: '横向屏数', down: '纵向屏数', bezelMm: '拼缝 mm', heightMm: '画面总高 mm', distanceM: '最远观看 m' },
  state: { free: '未配对', live: '在线', partly: '{live}/{n} 在线', silent: '离线' }, codeHint: '输入屏上的 8 位配对码', pair: '配对', unpair: '解除配对', noScreen: '这一格还没有屏端。打开浏览器访问 /wall，屏上会显示配对码。',
  neverSeen: '还没有上线', seen: '{ago}在线 · {width} × {height}', by: '{name} {at} 配对',
};

/** 定位卡: what an installer reads off a display. */
export const card = {
  title: '定位卡', resolution: '本屏分辨率', ratio: '页面 {width} × {height}，每像素 {ratio}', whole: '整墙画面', of: '{across} 列 × {down} 行，含拼缝', bezel: '拼缝补偿', bezelValue: '{mm} mm = {px} px', bezelHint: '斜线过缝应连成一线',
  margin: '安全边', enlarged: '放大', seen: '画面高 {height} mm，{distance} m 处看', place: '第 {column} 列 第 {row} 行', only: '整墙一屏', heights: '字高与视角', sample: '徐霞客 97.7', height: '{size}u 高 {mm} mm · {minutes}′', enough: '够', notEnough: '不够',
};
