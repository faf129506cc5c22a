export const REPLAY_HELP = `望格 · 文件回放

  npm run replay -- --tickets 诉求.csv --fleet 定位.csv --speed 600

把文件按原来的先后送进运行中的服务，走的是与实时数据相同的入口：
诉求成批经 REST 受理接口，定位经 JT/T 808 网关（每台终端一条 TCP 连接）。
同一文件再放一次，诉求不会重复受理。

  --tickets FILE     诉求文件（CSV，UTF-8 或 GBK）
  --fleet FILE       定位文件（CSV）
  --speed N          相对文件时间的倍数，默认 1（按原速）；86400 即一天放一秒
  --limit N          每个文件只放按时间排在最前的 N 行
  --mapping FILE     对照表（JSON），可给多次；不给时按列名选用自带的对照表
  --url URL          服务地址，默认 http://127.0.0.1:PORT
  --jt808 HOST:PORT  定位网关，默认与服务同机的 JT808_PORT
  --api-key KEY      渠道密钥；不给时读 DATA_DIR/demo-accounts.json
  --wall-key KEY     大屏密钥，按村社落点时用来取辖区地图；不给时同上
  --help             显示本说明

时间：诉求按现在受理；定位整体平移整秒，间隔不变，最后一点落在放到它的那一刻。
位置：对照表给出坐标列，或用 byArea 指出村社列——同一行总是落在该村社内的同一点；
      shift 把外地的轨迹按米平移到辖区中心。
终端号须在辖区的车辆设备表里（terminal_phone），否则网关拒绝，该终端的行列入未用。

对照表写法见 server/src/cli/replay/mappings/；列名不符时停止并指出是哪一列。
用不了的行逐行列出行号与原因，其余照常送入；退出码 0。
`;
