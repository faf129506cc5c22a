import { describe, expect, it } from 'vitest';
import { mapReport, type Connector, type Fields } from '@wangge/shared/connector';
import { defaultContentOf } from '../lists/default-edition.api.ts';
import { connectorsKind } from './connectors-kind.api.ts';

const ready = defaultContentOf(connectorsKind);
const context = { hasDepartment: () => true, contentOf: () => undefined };
const problemsWith = (change: Partial<Connector>): readonly string[] =>
  connectorsKind.read(JSON.stringify(ready.map((one) => (one.id === 'iot-water' ? { ...one, ...change } : one))), context).problems.map(({ reason }) => reason);

describe('the list of connectors', () => {
  const alarm: Fields = { alarmId: 'A-1', content: '超过警戒值', lng: 120.28, lat: 31.8, deviceName: '3号点位' };

  it.each<[string, Fields, string]>([
    ['iot-water', { site: '河道' }, 'Y003'], ['iot-water', { site: '下穿通道' }, 'E0406'], ['iot-smoke', { alarmType: '火警' }, 'Y001'], ['iot-smoke', { alarmType: '低电量' }, 'C0131'],
    ['iot-switch-box', { alarmType: '漏电' }, 'Z024'], ['iot-switch-box', { alarmType: '冒烟' }, 'Y001'],
  ])('[CN11] ships ready for IoT alarms, each kind of which is a case type: %s %j', (id, said, typeCode) => {
    const connector = ready.find((one) => one.id === id);
    expect(connector?.mqtt?.filter).toBe(`${id.replace('iot-', 'iot/')}/+/alarm`);
    expect(mapReport({ ...alarm, ...said }, connector!.reports!)).toMatchObject({ ok: true, value: { externalNo: 'A-1', typeCode, description: '超过警戒值', address: '3号点位', source: '物联设备' } });
  });

  it('[CN11] refuses a filter that is none, and one whose messages have no mapping', () => {
    expect(problemsWith({})).toEqual([]);
    expect(problemsWith({ mqtt: { filter: 'iot/#/alarm' } })).toEqual([expect.stringContaining('应为 MQTT 主题过滤器')]);
    expect(problemsWith({ reports: undefined })).toEqual(['从消息服务器收的是工单，须写明对照表（reports）']);
  });

  it('[CN14] refuses a plan whose answers have no mapping, and a cursor that goes nowhere', () => {
    const cursor = { path: 'next', first: '0' };
    const plan = { url: 'http://a.test/?since={cursor}', everySeconds: 60, cursor };
    expect([problemsWith({ poll: plan }), problemsWith({ poll: { ...plan, url: '' } })]).toEqual([[], []]);
    expect(problemsWith({ poll: { ...plan, url: 'http://a.test/' } })).toEqual([expect.stringContaining('{cursor}')]);
    expect(problemsWith({ poll: plan, format: 'csv' })).toEqual([expect.stringContaining('CSV')]);
    expect(problemsWith({ poll: plan, mqtt: undefined, reports: undefined })).toEqual(['轮询来的是工单，须写明对照表（reports）']);
    expect(problemsWith({ poll: { ...plan, everySeconds: 1 } })).toHaveLength(1);
  });
});
