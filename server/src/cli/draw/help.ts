export const DRAW_HELP = `望格 · 双随机抽取复核

  npm run draw -- verify 抽取记录.json
  npm run draw -- verify http://127.0.0.1:8080/api/v1/draws/<编号>/record

按抽取记录重新抽取一遍：先核对三个名录与冻结时的指纹、种子与事先公布的承诺，
再逐户核对抽中的对象和检查人员，以及每一次回避后的补抽。

  相同          同样的种子和名录得出同样的名单，退出码 0
  不同          指出第一处不同，退出码 1
  尚未抽取      名录与承诺已冻结，种子还未公布，退出码 2

  --wall-key KEY     地址由服务提供时所用的大屏密钥；不给时读 DATA_DIR/demo-accounts.json
  --help             显示本说明

记录文件可在指挥台“双随机”页下载，交给任何人复核；复核不需要连接服务。
`;
