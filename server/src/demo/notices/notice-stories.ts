import type { NoticeContent } from '@wangge/shared/notice';

/** One piece of the demo. `place`: which village of the township, null for all of it. */
export interface NoticeStory extends Pick<NoticeContent, 'kind' | 'title' | 'text'>, Partial<Pick<NoticeContent, 'openingFen' | 'lines'>> {
  readonly place: number | null;
  readonly daysAgo: number;
  /** What its text is put right to. */
  readonly change?: string;
  readonly withdrawnFor?: string;
  readonly isWaiting?: true;
}

const line = (item: string, inYuan: number, outYuan: number) => ({ item, inFen: inYuan * 100, outFen: outYuan * 100 });

/** 示意: made up, of no real village. */
export const NOTICES: readonly NoticeStory[] = [
  { kind: 'news', place: null, daysAgo: 1, title: '65 周岁以上老人免费体检', text: '时间：本周三至周五，上午 7:30 到 10:30，空腹。\n地点：镇卫生院一楼体检中心。\n请带：身份证、医保卡。\n\n行动不便的，告诉网格员，卫生院上门。' },
  { kind: 'news', place: 0, daysAgo: 2, title: '主管道检修停水通知', text: '周五上午 8 点到 12 点停水，请提前储水。', change: '检修改到周六。\n周六上午 8 点到 12 点停水，请提前储水。来水后先放一会儿再用。' },
  { kind: 'news', place: 0, daysAgo: 4, title: '秸秆离田收购点', text: '收购点设在村委会东侧晒场，每吨 180 元，当天结清。', withdrawnFor: '收购价有误，另行公布' },
  { kind: 'guide', place: null, daysAgo: 30, title: '农村建房怎么申请', text: '一、谁能申请\n本村集体成员，一户一宅。\n\n二、带什么\n1. 建房申请表（村委会领）\n2. 户口簿、身份证\n3. 四邻意见\n\n三、怎么办\n村里公示 7 天 → 镇里现场看 → 批准后放线 → 竣工再看一次。\n\n四、多久\n材料齐全，20 个工作日。\n\n五、问谁\n镇便民服务中心 3 号窗口，0510-86500000。' },
  { kind: 'guide', place: null, daysAgo: 33, title: '居民医保怎么交', text: '每年 9 月到 12 月交下一年的。\n手机上在“江苏税务”交，不会用手机的，带身份证到村便民服务站，村里代办。' },
  { kind: 'affairs', place: 0, daysAgo: 12, title: '第三季度低保名额评议结果', text: '经村民代表会议评议、公示，本季度新增 2 户，退出 1 户，现有 14 户。\n有意见的，公示期内到村委会或在这里上报。名单张贴在村务公开栏。' },
  {
    kind: 'money', place: 0, daysAgo: 10, title: '第三季度集体财务收支', text: '经村务监督委员会审核。单据放在村委会，村民可以查看。', openingFen: 18_642_350,
    lines: [line('标准厂房租金', 96_000, 0), line('水面承包费', 24_500, 0), line('上级环境整治补助', 40_000, 0), line('保洁员工资', 0, 37_800), line('路灯电费和维修', 0, 8_216), line('困难户慰问', 0, 6_000)],
  },
  { kind: 'money', place: 0, daysAgo: 0, title: '十月集体财务收支', text: '经村务监督委员会审核。', openingFen: 29_490_750, lines: [line('标准厂房租金', 32_000, 0), line('保洁员工资', 0, 12_600)], isWaiting: true },
];
