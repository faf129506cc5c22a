/** What a sentence may speak of; each code says which of them it needs. */
export interface RefusalFacts {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly field?: string;
  readonly detail?: string;
}

/** Every reason for which a command stops, as the person at the keyboard reads it. Codes are stable. */
const SENTENCES = {
  OPTION_INVALID: ({ detail }) => `${detail}；用 --help 看用法`,
  FILE_UNREADABLE: ({ file, detail }) => `读不了 ${file}：${detail}`,
  CSV_EMPTY: ({ file }) => `${file} 是空的，没有表头`,
  CSV_COLUMN_MISSING: ({ file, column, detail }) => `${file} 缺少“${column}”列：${detail}`,
  CSV_COLUMN_UNKNOWN: ({ file, column, detail }) => `${file} 有不认识的列“${column}”：${detail}`,
  MAPPING_INVALID: ({ file, field, detail }) => `对照表 ${file} 不能用：${field} ${detail}`,
  MAPPING_NOT_FOUND: ({ file, detail }) => `没有适合 ${file} 的对照表：${detail}`,
  SERVER_UNREACHABLE: ({ detail }) => `连不上服务 ${detail}：请先用 npm start 启动，或用 --url、--jt808 指出地址`,
  API_KEY_MISSING: ({ file }) => `没有渠道密钥：请用 --api-key 给出，或让 DATA_DIR 指向服务的数据目录（${file} 里没有）`,
  API_KEY_INVALID: () => '服务不认这个渠道密钥：--api-key 或 DATA_DIR 不是这台服务的',
  MAP_UNAVAILABLE: ({ detail }) => `取不到辖区地图：${detail}`,
  WALL_KEY_REFUSED: () => '服务不认这个大屏密钥：--wall-key 或 DATA_DIR 不是这台服务的',
  RECORD_INVALID: ({ file, detail }) => `${file} 不是可用的抽取记录：${detail}`,
  STORE_LOCKED: ({ file }) => `${file} 正被运行中的服务使用：请先停止服务再导入`,
  STORE_NOT_EMBEDDED: ({ detail }) => `STORE_URL 是 ${detail}，而导入只写内置数据库：请用 --data-dir 指定数据目录导入，再搬到 MongoDB`,
  STORE_ADDRESS_INVALID: ({ detail }) => `“${detail}”不是库的地址：可用 sqlite:文件（例如 sqlite:./data/wangge.db）或 mongodb://主机/库名`,
  STORE_MISSING: ({ file }) => `没有 ${file} 这个库：请检查路径`,
  STORE_UNOPENABLE: ({ file, detail }) => `打不开 ${file}：${detail}；请检查地址、权限和数据库是否在运行`,
  STORE_BUSY: ({ file }) => `${file} 正被运行中的服务使用：请先停止服务再写入`,
  STORE_OCCUPIED: ({ file }) => `${file} 不是空的，里面不是这次没有搬完的内容：什么都没有写入。请换一个空库；要比较两个库，用 npm run store -- verify`,
  STORE_UNFINISHED: ({ file }) => `${file} 自己的搬运没有做完：请先再次运行写它的那条命令，它从停下处继续`,
  STORE_SAME: ({ file }) => `来源和去处是同一个库：${file}`,
  STORE_DIFFERS: ({ file, detail }) => `${file} 与来源不同：${detail}。请停止写入来源的服务，再用一个空库重来`,
  STORE_BROKE_OFF: ({ file, detail }) => `${file} 中断：${detail}。再次运行同样的命令，从停下处继续`,
  BACKUP_EXISTS: ({ file }) => `${file} 已经存在：请换一个文件名`,
  BACKUP_DAMAGED: ({ file, detail }) => `备份 ${file} 不完整或已损坏：${detail}；什么都没有写入，请换一份备份`,
  BACKUP_UNKNOWN: ({ file, detail }) => `${file} 不是本程序能读的备份：${detail}`,
  DISTRICT_HAS_HISTORY: ({ file, detail }) => `${file} 里已有另一个辖区的案件历史（${detail}）：请用 --data-dir 指定新的数据目录`,
  DISTRICT_INVALID: ({ detail }) => `辖区资料不能用：${detail}；什么都没有写入`,
  DISTRICT_MISSING: () => '数据目录里还没有辖区：请先用 --district 导入辖区资料，或启动一次服务',
  LIST_KIND_UNKNOWN: ({ detail, field }) => `没有清单“${detail}”，可用：${field}`,
  LIST_REFUSED: ({ detail }) => `清单没有收下：${detail}，见上；什么都没有写入`,
  GEOJSON_INVALID: ({ file, detail }) => `${file} 不是可用的 GeoJSON：${detail}`,
} as const satisfies Record<string, (facts: RefusalFacts) => string>;

export type CliRefusalCode = keyof typeof SENTENCES;

/** An expected stop of a command: one coded sentence, no stack, exit code 1. */
export class CliRefusal extends Error {
  readonly code: CliRefusalCode;

  constructor(code: CliRefusalCode, facts: RefusalFacts = {}) {
    super(SENTENCES[code](facts));
    this.code = code;
  }
}
