export const STORE_HELP = `望格 · 搬库、备份与核对

  npm run store -- copy 来源 去处        把一个库整个搬到另一个空库
  npm run store -- verify 甲 乙          逐部分比较两个库：行数、sha256、第一处不同
  npm run store -- backup 库 文件        备份成一个文件（gzip）
  npm run store -- restore 文件 库       恢复到一个空库

库的地址  sqlite:文件（例如 sqlite:./data/wangge.db；定位在旁边的 -tracks.db 里，一并处理）
          mongodb://主机/库名

搬的是全部：事件、幂等键、编号、文档、附件、轨迹、审计，连同历史的编号（epoch），搬完就是同一段历史。
去处要是空库；里面已有别的内容时拒绝，什么都不写。中断后再次运行同样的命令，从停下处继续；
没有搬完的库，服务拒绝启动。结束时逐部分核对行数和 sha256。

从 SQLite 读取时服务可以在运行：读到的是开始那一刻的内容。从 MongoDB 读取时，事件截止到开始
那一刻，其余按读到时的样子；要分毫不差，先停止全部服务。去处都不能有服务在用。
切换到新库：停止服务，copy，再以新的 STORE_URL 启动。

退出码  0 完成、相同；1 不同，或没有做成（原因见代码与说明）
  --help             显示本说明
`;
