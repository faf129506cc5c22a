/** What `--help` prints without installing anything. Commands that are missing here answer `--help` themselves. */
export const HELP = {
  start: `望格 · 启动

  npm start                     安装、构建并运行；第一次启动会打开演示辖区并打印账号
  npm start -- --empty          不带演示数据，从空白辖区开始
  npm start -- --help           显示本说明

环境变量            默认值                说明
  PORT              8080                  网页与接口端口
  HOST              127.0.0.1             监听地址；0.0.0.0 表示允许其他机器访问
  JT808_PORT        8808                  JT/T 808 终端接入端口（TCP）
  DATA_DIR          ./data                数据目录：数据库、附件、演示账号
  STORE_URL         （内置 SQLite）       存储地址：sqlite:文件 或 mongodb://主机/库名
  REDIS_URL         （无）                多节点互相通知用的 Redis；要与 mongodb:// 一起用
  ROLE              all                   本节点做什么：all 全部；push 网页、接口与推送；gateway 只接终端
                                          （也可写成 --role gateway）
  TRUSTED_PROXIES   （无）                信任其 X-Forwarded-* 的反向代理地址，逗号分隔
  OUTGOING_HOSTS    （无）                可以回传案件进度、轮询来件的主机，逗号分隔，非 80、443 的写明端口
  CAMERA_HOSTS      （无）                大屏、指挥台可以打开视频的流媒体主机，逗号分隔，非 80、443 的写明端口
  MQTT_BROKER       （无）                物联设备的消息服务器：mqtt:// 或 mqtts:// 主机:端口，
                                          要登录的写成 mqtts://账号:密码@主机:端口
  DEMO_LIFE         on                    off：演示辖区没有历史，也不自行运转，只有人在操作

例：PORT=9000 DATA_DIR=/var/lib/wangge npm start
`,
  dev: `望格 · 开发

  npm run dev                   服务端改动后自动重启；网页由 Vite 提供并热更新

网页的地址由 Vite 打印，接口转发到 PORT（默认 8080）。其余环境变量与 npm start 相同。
`,
  build: `望格 · 构建

  npm run build                 安装依赖并构建网页（web/dist）；源码没有变化时不重复构建
`,
  test: `望格 · 测试

  npm test                      安装所需（包括浏览器），依次运行全部测试
  npm test -- unit e2e          只运行指定的几层

层次：types lint boundaries unit contract integration build e2e flows proofs
CHROMIUM_PATH 指定浏览器；不填时在常见位置查找，Debian 与 Ubuntu 上以 root 运行会自动安装。
`,
  types: '望格 · npm run types        检查 shared、server、web、tests 的类型\n',
  lint: '望格 · npm run lint         按 tests/architecture/eslint.config.js 检查代码\n',
};
