import writeExcelFile, { type Cell, type Feature, type Image, type Row } from 'write-excel-file/node';
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings, sanitizeTextContent } from 'write-excel-file/utility';
import { PAPER, type Briefing } from '@wangge/shared/briefing';
import { plainCell } from '../../../platform/plain-cell.ts';
import { lampWord, LAMPS } from '../pages/lamps.ts';
import { signature } from '../pages/a4.ts';
import { KIND_WORDS, periodText, stampText } from '../words.ts';

const SHEET_FILE = 'xl/worksheets/sheet{id}.xml';
const FONT = 'Microsoft YaHei';

const words = (text: string, more: object = {}): Cell => ({ value: plainCell(text), type: String, alignVertical: 'top', wrap: true, ...more });
const count = (value: number | null): Cell => (value === null ? words('—', { align: 'right' }) : { value, type: Number, format: '0', alignVertical: 'top' });
/** A number as it is printed: whole where it is counted, with one decimal where it is a share or a mean. */
const figure = (value: number | null, text: string): Cell => (value === null ? words('—', { align: 'right' }) : { value, type: Number, format: text.includes('.') ? '0.0' : '0', alignVertical: 'top' });
const head = (...names: readonly string[]): Row => names.map((name) => words(name, { fontWeight: 'bold', backgroundColor: PAPER.well, bottomBorderStyle: 'thin', bottomBorderColor: PAPER.ink }));
const columns = (...widths: readonly number[]): { width: number }[] => widths.map((width) => ({ width }));

/** Formats of one's own are numbered from 164 on (ECMA-376, 18.8.30); the library begins at 100, which LibreOffice passes over. */
function ownFormats(styles: string): string {
  return styles.replace(/numFmtId="(\d+)"/g, (whole, id: string) => (Number(id) < 100 ? whole : `numFmtId="${Number(id) + 100}"`));
}

/** Header and footer of every printed page: whose, what, page of pages. */
function printed({ content, no }: Briefing): Feature<Image['content']> {
  const plain = (text: string): string => sanitizeTextContent(text.replaceAll('&', '&&'));
  const markup = '<headerFooter>'
    + `<oddHeader>${plain(`${content.isDemo ? '演示数据 ' : ''}${content.title} ${no}`)}</oddHeader>`
    + `<oddFooter>&amp;L${plain(`截至 ${stampText(content.asOf)}`)}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`;
  const order = getOrderOfSiblings(SHEET_FILE, 'worksheet') ?? [];
  return {
    files: {
      transform: {
        [SHEET_FILE]: { transform: (xml: string) => insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet') },
        'xl/styles.xml': { transform: ownFormats },
      },
    },
  };
}

/** 简报 as a workbook: one sheet each for what it is, its figures with 口径, lamps, trend, ranking, cases and paragraphs. Numbers are numbers. */
export async function toXlsx(briefing: Briefing): Promise<Buffer> {
  const { content, no, hash, frozen, revision } = briefing;
  const about: readonly (readonly [string, string])[] = [
    ['编号', no], ['辖区', `${content.area.name} ${content.area.room}`], ['种类', KIND_WORDS[content.kind]], ['统计期', periodText(content)], ['截至', stampText(content.asOf)],
    ['定格', `${frozen.name} ${stampText(frozen.at)}`], ['签发', signature(briefing)], ['版次', String(revision)], ['个人信息', content.unmaskedFor === null ? '已隐去' : `未隐去，事由：${content.unmaskedFor}`],
    ['数据', content.isDemo ? '演示数据' : '实际数据'], ['校验码', hash],
  ];
  return writeExcelFile([
    {
      sheet: '简报', columns: columns(14, 80), showGridLines: false,
      data: [[words(content.title, { fontSize: 20, fontWeight: 'bold', wrap: false })], [], ...about.map(([name, value]): Row => [words(name, { textColor: PAPER.ink3 }), words(value)]), [], ...content.notes.flatMap(({ title, text }): Row[] => [[words(title, { fontWeight: 'bold' }), words(text)]])],
    },
    {
      sheet: '数与口径', columns: columns(24, 12, 10, 10, 10, 10, 12, 12, 70, 26, 18), stickyRowsCount: 1, orientation: 'landscape',
      data: [
        head('指标', '数值', '单位', '分子', '分母', '目标', '对比期', '对比值', '口径', '来源', '截至'),
        ...content.figures.map((one): Row => [
          words(one.name), figure(one.value, one.text), words(one.unit), count(one.numerator), count(one.denominator), one.target === null ? null : figure(one.target, String(one.target)),
          words(one.before?.name ?? ''), one.before ? figure(one.before.value, one.before.text) : null, words(one.definition), words(one.source), words(stampText(one.asOf)),
        ]),
      ],
    },
    { sheet: '红黄绿灯', columns: columns(14, 12), data: [head('灯', '件数'), ...LAMPS.map((lamp): Row => [words(lampWord(lamp)), count(content.lamps[lamp])]), [words('在办合计'), count(content.lamps.open)]] },
    {
      sheet: '趋势', columns: columns(20, 12, 12), stickyRowsCount: 1,
      data: [head('起', content.trend.bars, content.trend.line), ...content.trend.points.map(({ at, bar, line }): Row => [words(stampText(at)), count(bar), count(line)]), [], [words(content.trend.definition)], [words(content.trend.source)]],
    },
    {
      sheet: '排名', columns: columns(8, 18, 12, 14, 12, 12), stickyRowsCount: 1,
      data: [
        head('名次', '名称', '比率 %', '按期结案', '应结案', '说明'),
        ...content.ranking.rows.map((row): Row => [count(row.rank), words(row.name), figure(row.value, row.text), count(row.numerator), count(row.denominator), words(row.isFew ? '样本少，不排名' : '')]),
        [], [words('目标'), count(content.ranking.target)], [words('口径'), words(content.ranking.definition)], [words('来源'), words(content.ranking.source)],
      ],
    },
    {
      sheet: '案件', columns: columns(20, 26, 12, 22, 12, 10, 18, 18, 28, 12, 16, 60), stickyRowsCount: 1, orientation: 'landscape',
      data: [
        head('编号', '事项', '村社', '承办', '环节', '灯', '上报', '办结限', '地址', '反映人', '电话', '情况'),
        ...content.cases.map((item): Row => [
          words(item.no), words(item.matter), words(item.place), words(item.unit), words(item.state), words(item.lamp ? lampWord(item.lamp) : ''), words(stampText(item.reportedAt)),
          words(item.dueAt === null ? '' : stampText(item.dueAt)), words(item.address), words(item.reporter), words(item.phone), words(item.description),
        ]),
      ],
    },
  ], { fontFamily: FONT, fontSize: 11, features: [printed(briefing)] }).toBuffer();
}
