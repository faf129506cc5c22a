/** When a matter tends to be reported: all day, in office hours, in the street's busy hours, in the evening, at night, at any time. */
export type Rhythm = 'day' | 'office' | 'street' | 'evening' | 'night' | 'any';

/** Where a matter arises: at homes, shops, along roads, by water, at works, in the fields, at schools, markets. */
export type SiteKind = 'home' | 'shop' | 'road' | 'water' | 'works' | 'field' | 'school' | 'market';

/** How a kind of case arises in the demo (示意). `weight`: its share; `isField`: a team goes out; else a department works on it. */
export interface Matter {
  readonly typeCode: string;
  readonly weight: number;
  readonly rhythm: Rhythm;
  readonly site: SiteKind;
  readonly isField: boolean;
  readonly texts: readonly string[];
}

type Row = readonly [typeCode: string, weight: number, rhythm: Rhythm, site: SiteKind, mode: 'field' | 'desk', ...texts: string[]];

const ROWS: readonly Row[] = [
  ['Z001', 60, 'day', 'home', 'desk', '两户因屋檐滴水起争执，请求上门调解', '邻居在过道堆放杂物，多次协商未果', '因宅间通道停车发生口角'],
  ['Z002', 8, 'evening', 'home', 'desk', '夫妻因家务和子女教育争吵，请求调解', '婆媳矛盾，一方要求村里出面'],
  ['Z003', 1.2, 'evening', 'home', 'field', '听到隔壁有打骂哭喊声，疑似家庭暴力'],
  ['Z004', 11, 'office', 'works', 'desk', '反映用工单位拖欠两个月工资', '装修班组工钱未结清，多人一同来访'],
  ['Z005', 1, 'office', 'field', 'desk', '两组对林地边界有争议'],
  ['Z006', 4, 'office', 'field', 'desk', '承包田流转租金未按约支付', '承包地四至不清，要求重新丈量'],
  ['Z007', 3, 'office', 'home', 'desk', '对拆迁过渡费发放时间有疑问'],
  ['Z008', 13, 'evening', 'home', 'desk', '小区电梯维修迟缓，业主与物业意见不一', '物业收费与服务不符，业主要求公开账目'],
  ['Z009', 1, 'office', 'home', 'desk', '就诊后对收费和疗效有异议'],
  ['Z010', 8, 'day', 'road', 'desk', '轻微刮擦事故赔偿金额谈不拢', '电动车与轿车碰擦，医药费有争议'],
  ['Z011', 4, 'office', 'shop', 'desk', '预付卡退费协商不成，请求调解'],
  ['Z012', 1, 'office', 'home', 'desk', '村民要求公开集体厂房出租收入'],
  ['Z013', 6, 'office', 'home', 'desk', '来访反映历史遗留宅基地问题', '来信反映道路绿化占用自留地补偿'],
  ['Z014', 0.5, 'day', 'works', 'field', '厂门口聚集二十余人讨要说法'],
  ['Z015', 18, 'day', 'home', 'field', '老小区单元门禁损坏，监控有盲区', '出租房门锁老化，存在被盗隐患'],
  ['Z016', 8, 'any', 'home', 'field', '电动车电瓶夜间被盗', '店内手机被顺走，提供监控'],
  ['Z017', 3, 'day', 'home', 'field', '老人接到冒充公检法电话，正准备转账', '银行提示疑似被骗汇款，请求上门劝阻'],
  ['Z018', 3, 'evening', 'shop', 'field', '棋牌室疑似聚众赌博'],
  ['Z019', 125, 'day', 'home', 'desk', '巡查发现出租房新增租客未登记', '群租房人员流动频繁，信息未更新'],
  ['Z020', 0.5, 'any', 'home', 'field', '在册人员情绪异常，家属请求协助'],
  ['Z021', 2, 'office', 'home', 'desk', '矫正对象手机定位离线，需上门核实'],
  ['Z022', 2, 'day', 'school', 'field', '学生连续三日未到校，监护人在外地'],
  ['Z023', 8, 'day', 'school', 'field', '放学时段校门口流动摊点聚集', '校门口隔离桩松动'],
  ['Z024', 3, 'day', 'field', 'field', '电力线路保护区内有人搭建堆物', '线路下方风筝、塑料膜缠挂'],
  ['Z025', 0.4, 'night', 'home', 'field', '楼道内发现张贴的非法宣传品'],
  ['Z026', 24, 'evening', 'home', 'field', '大型犬未拴绳，老人小孩害怕', '邻居养犬夜间狂吠扰民'],
  ['S001', 11, 'office', 'shop', 'field', '沿街新开小吃店未见公示执照', '家庭作坊无证加工豆制品'],
  ['S002', 18, 'day', 'shop', 'field', '小餐饮后厨卫生差，未戴口罩', '熟食店生熟混放'],
  ['S003', 0.4, 'day', 'shop', 'field', '聚餐后多人腹泻，疑似食物中毒'],
  ['S004', 12, 'office', 'home', 'desk', '村民办喜宴二十桌，申请聚餐备案', '寿宴聚餐备案，请派员指导'],
  ['S005', 10, 'day', 'shop', 'field', '超市货架发现过期食品', '购买的白酒疑似假冒'],
  ['S006', 24, 'day', 'shop', 'desk', '健身房关门不退卡费', '网购电动车质量问题商家推诿', '家电维修收费与报价不符'],
  ['S007', 7, 'day', 'market', 'field', '水果摊未明码标价，结账多收'],
  ['S008', 5, 'day', 'shop', 'desk', '门店组织老人听课推销保健品'],
  ['S009', 1, 'office', 'home', 'desk', '出租房内频繁聚集上课，疑似传销'],
  ['S010', 2.5, 'any', 'home', 'field', '电梯停在三四层之间，两人被困', '电梯故障困人，已联系维保'],
  ['S011', 6, 'office', 'works', 'desk', '叉车检验合格证已过期', '储气罐未见年检标志'],
  ['S012', 4, 'office', 'shop', 'field', '药店处方药未凭处方销售'],
  ['S013', 1.5, 'office', 'shop', 'desk', '美容店疑似开展注射项目'],
  ['S014', 1.2, 'evening', 'road', 'field', '空地有流动加油车给货车加油'],
  ['S015', 14, 'day', 'market', 'field', '农贸市场通道被摊位占用', '市场排水沟堵塞异味大'],
  ['S016', 6, 'office', 'shop', 'field', '门店改装电动车提速'],
  ['S017', 2, 'office', 'field', 'desk', '购买的种子出芽率低'],
  ['S018', 5, 'office', 'shop', 'desk', '按计划开展双随机抽查'],
  ['E0101', 10, 'day', 'home', 'field', '屋顶加建彩钢棚，正在施工', '院墙外新砌围墙占用公共通道'],
  ['E0102', 96, 'day', 'home', 'field', '垃圾桶满溢，周边有散落垃圾', '路口有成堆暴露垃圾', '河埠头旁有生活垃圾'],
  ['E0103', 14, 'day', 'road', 'field', '路边积存装修垃圾约两方', '空地偷倒渣土一车'],
  ['E0104', 46, 'street', 'road', 'field', '路面有散落泥块和落叶', '路口砂石未清扫'],
  ['E0105', 18, 'day', 'water', 'field', '河面漂浮水草和塑料瓶', '河道驳岸边有垃圾堆积'],
  ['E0106', 14, 'day', 'road', 'field', '绿化带内有白色垃圾'],
  ['E0107', 6, 'day', 'home', 'field', '报废面包车长期占用公共车位'],
  ['E0108', 9, 'day', 'home', 'field', '旧沙发丢弃在垃圾房外'],
  ['E0109', 5, 'day', 'road', 'field', '行道树上缠挂塑料袋'],
  ['E0110', 15, 'day', 'road', 'field', '路面坑洼，雨后积水', '人行道板松动翘起'],
  ['E0112', 6, 'street', 'road', 'field', '渣土车沿路遗撒泥土', '路面有油渍，车辆易打滑'],
  ['E0113', 3, 'office', 'shop', 'field', '沿街外墙污损'],
  ['E0115', 8, 'evening', 'field', 'field', '田里焚烧秸秆，烟雾较大', '有人在空地焚烧垃圾'],
  ['E0116', 3, 'day', 'field', 'field', '沟渠内发现死猪一头', '路边有死亡家禽'],
  ['E0201', 22, 'day', 'shop', 'field', '墙面和电杆张贴小广告', '公交站台喷涂疏通广告'],
  ['E0202', 7, 'office', 'shop', 'field', '门店擅设落地灯箱'],
  ['E0205', 3, 'day', 'shop', 'field', '店招一角脱落，有坠落危险'],
  ['E0301', 18, 'night', 'works', 'field', '工地夜间混凝土浇筑噪声大', '夜间破碎作业影响休息'],
  ['E0302', 8, 'day', 'works', 'field', '工地裸土未覆盖，扬尘明显'],
  ['E0304', 6, 'day', 'works', 'field', '管线施工余土堆放人行道'],
  ['E0305', 5, 'day', 'road', 'field', '占道开挖未见许可公示'],
  ['E0401', 0.8, 'day', 'road', 'field', '路面出现直径约一米塌陷'],
  ['E0402', 3, 'any', 'road', 'field', '自来水管爆裂，路面大量冒水'],
  ['E0403', 0.8, 'any', 'home', 'field', '小区内闻到浓烈燃气味'],
  ['E0404', 11, 'day', 'home', 'field', '污水井冒溢，流到路面', '下水道堵塞，楼下返水'],
  ['E0406', 3, 'day', 'road', 'field', '桥洞积水约二十公分'],
  ['E0407', 0.3, 'street', 'road', 'field', '桥面结冰，车辆打滑'],
  ['E0408', 4, 'day', 'road', 'field', '通信线缆垂落，影响通行', '大车刮断弱电线缆'],
  ['E0409', 1.5, 'day', 'road', 'field', '行道树倾斜压在电线上'],
  ['E0501', 40, 'street', 'market', 'field', '流动摊贩占道经营水果', '路口三轮车设摊卖菜', '校门口流动餐车占道'],
  ['E0502', 1.2, 'day', 'market', 'field', '桥下有流浪人员露宿'],
  ['E0503', 4, 'day', 'road', 'field', '废品收购点占用人行道分拣'],
  ['E0504', 46, 'street', 'shop', 'field', '水果店货架摆出店外两米', '五金店材料占用人行道', '餐饮店外摆桌椅'],
  ['E0505', 26, 'any', 'home', 'field', '轿车停在消防通道，消防车无法通行', '单元门前消防登高面被占用'],
  ['E0506', 48, 'street', 'shop', 'field', '共享单车倒在盲道上', '站点非机动车停放杂乱'],
  ['E0507', 22, 'day', 'shop', 'field', '门前堆放建材', '绿地边堆放杂物'],
  ['E0508', 8, 'evening', 'shop', 'field', '夜宵摊油烟直排，居民反映强烈'],
  ['E0509', 8, 'day', 'shop', 'field', '沿街护栏晾晒衣被'],
  ['E0510', 4, 'street', 'road', 'desk', '车站周边私家车揽客'],
  ['C0101', 4.5, 'day', 'road', 'field', '雨水井盖缺失，已临时摆放锥桶', '井盖移位，车辆经过有响声'],
  ['C0121', 22, 'evening', 'road', 'field', '连续三盏路灯不亮', '路灯杆倾斜'],
  ['C0131', 3, 'day', 'shop', 'field', '室外消火栓漏水'],
  ['C0201', 6, 'day', 'road', 'field', '道路护栏被撞变形'],
  ['C0211', 2, 'street', 'road', 'field', '路口信号灯不亮，车辆混行'],
  ['C0221', 5, 'day', 'road', 'field', '路名牌倾倒'],
  ['C0301', 15, 'day', 'market', 'field', '公厕洗手池破损', '果壳箱门脱落'],
  ['C0401', 5, 'day', 'road', 'field', '绿篱被车辆碾压'],
  ['F001', 6, 'day', 'home', 'desk', '翻建房屋超出审批面积', '疑似一户多宅新建'],
  ['F002', 8, 'day', 'home', 'field', '在建农房未挂公示牌'],
  ['F003', 1.2, 'day', 'home', 'field', '老屋外墙开裂倾斜，有人居住'],
  ['F004', 5, 'office', 'field', 'field', '卫星图斑显示耕地疑似硬化'],
  ['F005', 0.4, 'night', 'water', 'field', '夜间河边有机械挖砂'],
  ['F006', 3, 'day', 'water', 'field', '河岸私搭平台'],
  ['F007', 2.5, 'any', 'water', 'field', '河水发黑有异味，疑似偷排', '排口水色异常，监测超限'],
  ['F008', 4, 'day', 'field', 'field', '养殖场污水外溢至沟渠'],
  ['F009', 14, 'evening', 'works', 'field', '厂区夜间异味明显', '空压机噪声影响居民'],
  ['F010', 1, 'night', 'water', 'field', '河边有人使用电鱼设备'],
  ['F011', 0.5, 'day', 'field', 'desk', '林地内树木被砍伐'],
  ['F012', 56, 'evening', 'home', 'field', '楼道内停放电动车充电', '居民从窗口飞线充电'],
  ['F013', 18, 'office', 'works', 'field', '车间配电箱未上锁，线路裸露', '危化品仓库未设警示标志', '有限空间作业未见审批'],
  ['F014', 10, 'day', 'shop', 'field', '商铺货物堵塞安全出口', '消防通道上锁'],
  ['F015', 0.3, 'day', 'home', 'field', '出租屋内囤放烟花爆竹'],
  ['F016', 5, 'office', 'shop', 'desk', '店外经营屡劝不改，拟当场处罚'],
  ['F017', 4, 'office', 'works', 'desk', '擅自倾倒建筑垃圾，拟立案处罚'],
  ['Y001', 1.2, 'any', 'works', 'field', '厂房冒出浓烟，有明火', '民房起火，已拨打119'],
  ['Y002', 0.2, 'day', 'field', 'field', '山坡杂草起火，有蔓延趋势'],
  ['Y003', 0.2, 'any', 'water', 'field', '圩堤渗水，水位接近警戒'],
  ['Y004', 0.1, 'any', 'field', 'field', '边坡滑塌，落石至路面'],
  ['Y005', 0.1, 'day', 'water', 'field', '山塘坝脚渗水'],
  ['Y006', 0.4, 'day', 'water', 'field', '有人落水，群众正在施救'],
  ['Y007', 1.2, 'any', 'road', 'field', '货车与轿车相撞，有人受伤，交通中断'],
  ['Y009', 0.1, 'day', 'school', 'field', '班级多名学生发热呕吐'],
  ['Y008', 2.2, 'any', 'home', 'field', '整片区域突然停电', '多幢楼停水'],
  ['B001', 60, 'office', 'home', 'desk', '咨询城乡居民医保缴费期限', '咨询宅基地翻建审批流程', '咨询外地户籍子女入学条件'],
  ['B002', 56, 'day', 'home', 'field', '独居老人家中水管漏水求助', '求助查找走失宠物', '反映快递柜占用通道请协调'],
  ['B003', 12, 'office', 'road', 'desk', '建议增设斑马线和减速带', '建议延长公交末班时间'],
  ['B004', 16, 'office', 'home', 'desk', '反映小区周边工地施工影响出行', '投诉公交站点取消未公示'],
  ['B005', 4, 'any', 'home', 'desk', '反映停水已超过八小时，家有病人', '来电情绪激动，要求当日答复'],
  ['B006', 92, 'office', 'home', 'field', '行动不便老人申请上门代办社保认证', '代办居住证签注', '代办老年卡'],
  ['B007', 6, 'office', 'home', 'desk', '因病致贫申请临时救助'],
  ['B008', 2.5, 'day', 'home', 'field', '独居老人两日未出门，敲门无应答'],
  ['B009', 4, 'office', 'home', 'desk', '申请残疾人辅具适配'],
  ['B010', 7, 'office', 'home', 'desk', '失业人员咨询技能培训'],
  ['B011', 12, 'office', 'home', 'desk', '新生儿参保信息无法录入'],
  ['B012', 4, 'any', 'home', 'field', '自来水浑浊有异味', '水压不足，二楼无水'],
  ['B013', 5, 'day', 'road', 'field', '村道桥栏杆断裂'],
  ['B014', 6, 'day', 'home', 'field', '健身器材踏板脱落'],
  ['B015', 2, 'evening', 'home', 'field', '治丧搭棚占道，高音喇叭扰民'],
];

/** All kinds of cases that arise, one for each default case type. */
export const MATTERS: readonly Matter[] = ROWS.map(([typeCode, weight, rhythm, site, mode, ...texts]) => ({ typeCode, weight, rhythm, site, isField: mode === 'field', texts }));

const fieldTypes: ReadonlySet<string> = new Set(MATTERS.filter((m) => m.isField).map((m) => m.typeCode));

/** Whether a team is sent to such a case rather than a department charged with it. */
export function isFieldMatter(typeCode: string): boolean {
  return fieldTypes.has(typeCode);
}

/** What a village settles itself, by its grid workers on the spot or by its committee (小事不出村). */
const VILLAGE_TYPES: ReadonlySet<string> = new Set([
  'Z001', 'Z002', 'Z005', 'Z006', 'Z008', 'Z012', 'Z015', 'Z019', 'Z023', 'Z026', 'S004', 'E0102', 'E0103', 'E0104', 'E0105', 'E0106', 'E0107', 'E0108', 'E0109', 'E0504', 'E0506', 'E0507',
  'E0509', 'E0110', 'E0201', 'S015', 'C0301', 'C0401', 'F002', 'F012', 'F014', 'B001', 'B002', 'B003', 'B006', 'B007', 'B010', 'B011', 'B013', 'B014', 'B015',
]);

export function isVillageMatter(typeCode: string): boolean {
  return VILLAGE_TYPES.has(typeCode);
}
