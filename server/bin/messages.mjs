/** An expected stop: its message is the whole explanation a person needs, so no stack is shown. */
export class Refusal extends Error {}

/** Every sentence the launcher says. */
export const TEXT = {
  preparingNode: (version) => `正在准备 Node ${version} …`,
  preparingPnpm: '正在准备 pnpm …',
  installing: '正在安装依赖 …',
  building: '正在构建网页 …',
  waiting: (pid) => `另一个进程（${pid}）正在安装或构建，等待它完成 …`,
  unknownCommand: (name, known) => `没有“${name ?? ''}”这个命令。可用的命令：${known.join('、')}。`,
  nodeTooOld: (version) => `当前的 Node 是 ${version}，至少需要 Node 20。请从 https://nodejs.org 安装 Node 24 后再试。`,
  unsupportedPlatform: (platform, version) =>
    `npm 上没有适合这台机器（${platform}）的 Node 24，而当前的 Node 是 ${version}。请从 https://nodejs.org 安装 Node 24（24.7 以上）后再试。`,
  brokenNode: (path) => `取来的 Node 不能在这台机器上运行：${path}。请从 https://nodejs.org 安装 Node 24（24.7 以上）后再试。`,
  noNpm: '找不到 npm。请安装带 npm 的 Node（https://nodejs.org），或用 npm 启动本命令。',
  unreachable: (registry) =>
    `连不上 npm 仓库${registry ? `（${registry}）` : ''}。请检查网络；需要镜像时先运行 npm config set registry <地址>，然后重试。`,
  failed: (step) => `${step}失败，原因见上面的输出。`,
  staleLockfile: 'pnpm-lock.yaml 与某个 package.json 不一致。改过依赖的话，先运行 pnpm install 更新锁文件。',
  stepTools: '准备工具',
  stepInstall: '安装依赖',
  stepBuild: '构建网页',
};
