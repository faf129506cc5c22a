import { LIST_KINDS } from '../../list-kinds.ts';

export const IMPORT_HELP = `望格 · 导入辖区资料与清单

  npm run import -- --district 资料夹
  npm run import -- --district villages.csv --boundary 镇界.geojson --datum GCJ02 --people people.csv --units units.csv
  npm run import -- --list responsibility-items 属地管理事项清单.csv --from 2027-01-01

先停止服务再导入，下次启动生效。给出的部分替换已有的，没给的保留；用不了的行逐条列出，
其余写入；出现停止性错误时什么都不写。

  --district PATH…   文件夹（读其中全部 CSV 与 GeoJSON）或文件，可给多次
  --boundary FILE    边界（GeoJSON）：镇界、村社、网格，按 properties.code 的位数识别
                     （6 或 9 位镇界，12 位村社，15 位网格），可给多次
  --datum NAME       边界的坐标系：WGS84（默认）、CGCS2000、GCJ02、BD09，导入时转换一次
  --code CODE        只取代码以此开头的村社（6 位县码或 9 位乡镇码）
  --types FILE       案件类型表
  --lists FILE…      部门表、队伍表、网格表
  --people FILE      人员表：有角色的人生成账号与密码
  --units FILE       车辆与设备表：有终端号的进入定位网关白名单
  --list 清单 FILE   发布一张清单的新版本（CSV 或 JSON），可给多次；有一处问题就整体不收，按行列出。
                     运行中的服务请在工作台“清单”页发布
  --from DATE        新版本的生效日期，默认今天，不早于今天
  --edition NAME     新版本的名称，默认“生效日期+导入”
  --document NO      签发文号
  --data-dir DIR     数据目录，默认 DATA_DIR 或 ./data
  --dry-run          只检查并报告，不写入
  --help             显示本说明

各表的列（* 必填；多个值用分号隔开；UTF-8 或 GBK）
  村社  village_code* village* short_name town_code town county_code county
  网格  grid_code* grid* kind(basic|special)
  部门  department_code* department* kind*(town|stationed|village|company|county) platform(order|market|enforcement|service)
  队伍  team_code* team* kind*(enforcement|service|patrol|emergency) department* handles equipment headcount lng lat
  设备  unit_code* unit* kind*(vehicle|person) team person grid_code plate terminal_phone
  人员  person_code* name* post* roles* phone department team grid_code account
  案件类型  与 server/src/features/district/defaults/case-types.csv 相同

清单（列与工作台“清单”页下载的文件相同）
${LIST_KINDS.map(({ kind, name }) => `  ${kind.padEnd(24)} ${name}`).join('\n')}

村社都没有边界时，在镇界内划分示意范围；村社没有网格时整村为一个网格；
没有部门表时按案件类型表里的主办、协办单位生成。
新账号的密码只显示一次，另存于 数据目录/demo-accounts.json（权限 600）。
`;
