import { describe, expect, it } from 'vitest';
import { mapRating, mapReport, type Connector, type FieldRule } from '@wangge/shared/connector';
import { caseTypesKind } from '../district/district-kinds.api.ts';
import { connectorsKind } from './connectors-kind.api.ts';
import { readMessage } from './read-message.ts';

const CONNECTORS = JSON.parse(connectorsKind.defaultText()) as readonly Connector[];
const connector = (id: string): Connector => CONNECTORS.find((one) => one.id === id)!;
const codes = new Set(caseTypesKind.defaultText().split('\n').slice(1).map((line) => line.split(',')[0]));

/** The first record of a message, as the report it means. */
function reportOf(id: string, text: string) {
  const read = readMessage(text, connector(id), 'reports');
  const record = read.ok ? read.value[0] : undefined;
  return record?.ok ? mapReport(record.value, connector(id).reports!) : read;
}

const HOTLINE = { orderNo: 'JY20261123001', category1: '城乡建设', category2: '市容环卫', category3: '占道经营', title: '占道', content: '菜场门口摆摊占道', lng: '120.289203', lat: '31.782066', address: '人民路1号', callerName: '张三', callerPhone: '13812348000', isSecret: '否', handleType: '派单' };
const ALARM = { alarmId: 'A-1', alarmName: '报警', content: '设备报警', deviceName: '3号点', lng: 120.28, lat: 31.8, ts: 1_795_000_000 };
const OPINION = (more: string): string => `<?xml version="1.0" encoding="UTF-8"?><feed><item><id>YQ-1</id><title>网传河水发黑</title><summary><![CDATA[有网友发视频称 <河道> 发黑]]></summary><url>http://example.test/1</url>${more}<lng>120.28</lng><lat>31.8</lat><place>璜塘村</place></item></feed>`;

describe('the ready mappings', () => {
  it.each([
    ['hotline-12345', JSON.stringify({ orders: [HOTLINE] }), { externalNo: 'JY20261123001', typeCode: 'E0501', description: '菜场门口摆摊占道', source: '12345热线', reporter: { name: '张三', phone: '13812348000', isSecret: false } }],
    ['hotline-12345', JSON.stringify({ orders: [{ ...HOTLINE, handleType: '退回重办', returnReason: '当事人反映未解决' }] }), { reopening: { reason: '当事人反映未解决' } }],
    ['opinion', OPINION('<topic>环境</topic>'), { externalNo: 'YQ-1', typeCode: 'F009', description: '有网友发视频称 <河道> 发黑', source: '舆情监测', address: '璜塘村', lngLat: [120.28, 31.8] }],
    ['opinion', OPINION('<topic>没见过的</topic>'), { typeCode: 'B004' }],
    ['iot-water', JSON.stringify({ ...ALARM, site: '圩堤' }), { externalNo: 'A-1', typeCode: 'Y003', description: '设备报警', source: '物联设备', address: '3号点' }],
    ['iot-water', JSON.stringify({ ...ALARM, site: '下穿通道' }), { typeCode: 'E0406' }],
    ['iot-smoke', JSON.stringify({ ...ALARM, alarmType: '火警' }), { typeCode: 'Y001' }],
    ['iot-smoke', JSON.stringify({ ...ALARM, alarmType: '低电量' }), { typeCode: 'C0131' }],
    ['iot-switch-box', JSON.stringify({ ...ALARM, alarmType: '冒烟' }), { typeCode: 'Y001' }],
    ['iot-switch-box', JSON.stringify({ ...ALARM, alarmType: '过载' }), { typeCode: 'Z024' }],
  ])('[CN19] of %s takes a sample as it comes', (id, text, wanted) => {
    expect(reportOf(id, text)).toMatchObject({ ok: true, value: wanted });
  });

  it('[CN19] of 12345 takes a rating in its words', () => {
    const read = readMessage(JSON.stringify({ ratings: [{ orderNo: 'JY1', satisfaction: '不满意', isResolved: '未解决', remark: '又来了' }] }), connector('hotline-12345'), 'ratings');
    const [record] = read.ok ? read.value : [];
    expect(record?.ok && mapRating(record.value, connector('hotline-12345').ratings!)).toMatchObject({ ok: true, value: { satisfaction: 2, isResolved: false, note: '又来了' } });
  });

  it.each(CONNECTORS.flatMap(({ id, reports }) => (reports ? [[id, reports.fields.typeCode] as const] : [])))('[CN19] of %s maps to types of the table alone', (_id, rule: FieldRule) => {
    const words = 'path' in rule ? [...Object.values(rule.table ?? {}), ...(rule.otherwise ? [rule.otherwise] : [])] : [rule.value];
    expect(words.filter((code) => !codes.has(code))).toEqual([]);
  });
});
