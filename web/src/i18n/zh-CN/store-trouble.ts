/** What each surface says while the server can't keep what people do. */
export const storeTrouble = {
  title: '无法保存 {at} 起',
  why: { disk: '服务器磁盘写不进去，多半已满，请管理员清理磁盘。', database: '数据库没有应答，请管理员检查数据库与网络。' },
  wall: '画面照常更新；受理、派遣、反馈暂时存不下。恢复后本提示自动消失。',
  desk: '看到的照常更新；操作会被退回，写好的内容留在页面上，恢复后再提交。',
  field: '可以照常操作，内容先存在手机里，恢复后自动发出', fieldQueued: '{n} 条先存在手机里，恢复后自动发出',
  back: '已恢复保存',
};
