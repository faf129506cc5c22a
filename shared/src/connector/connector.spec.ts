import { describe, expect, it } from 'vitest';
import { isEmptyAt, mapRating, mapReport, recordsAt } from './map-record.ts';
import type { Fields, Value } from './record.ts';
import { pollDelayMs, pollUrl } from './poll.ts';
import { retryDelayMs } from './progress.ts';
import { applyRule } from './rules.ts';
import type { RatingMapping, ReportMapping } from './connector.ts';

const mapping: ReportMapping = {
  records: 'orders', datum: 'gcj02',
  fields: {
    externalNo: { path: 'no' }, typeCode: { path: ['kind.small', 'kind.big'], table: { 占道: 'E0501', 市容: 'E0507' } }, description: { path: ['content', 'title'] },
    lng: { path: 'place.lng' }, lat: { path: 'place.lat' }, address: { path: 'place.address' }, source: { value: '12345热线' },
    reporterName: { path: 'caller.name' }, reporterPhone: { path: 'caller.phone' }, isSecret: { path: 'secret', table: { 是: 'true' }, otherwise: 'false' },
  },
};
const record: Fields = { no: 'GD1', kind: { big: '市容', small: '没见过的' }, content: ' 店外经营 ', place: { lng: '120.289203', lat: 31.782066, address: '人民路1号' }, caller: { name: '张三', phone: 13812348000 }, secret: '是' };

describe('the mapping of a report', () => {
  it('[CN1] finds each field where the mapping says, in their words and in ours, the place as WGS-84', () => {
    const mapped = mapReport(record, mapping);
    expect(mapped).toMatchObject({ ok: true, value: {
      externalNo: 'GD1', typeCode: 'E0507', description: '店外经营', address: '人民路1号', source: '12345热线', reporter: { name: '张三', phone: '13812348000', isSecret: true },
    } });
    const [lng, lat] = mapped.ok ? mapped.value.lngLat : [0, 0];
    expect([lng, lat].map((n) => n.toFixed(4))).toEqual(['120.2846', '31.7840']);
  });

  it.each<[string, Fields, string, string]>([
    ['no number', { no: '' }, 'CONNECTOR_FIELD_MISSING', 'externalNo'],
    ['a word the table does not have', { kind: { big: '外星' } }, 'CONNECTOR_VALUE_UNMAPPED', 'typeCode'],
    ['no words', { content: null }, 'CONNECTOR_FIELD_MISSING', 'description'],
    ['no place', { place: { address: '人民路' } }, 'CONNECTOR_FIELD_MISSING', 'lng'],
    ['a place that is no number', { place: { lng: '东经', lat: '31' } }, 'FIELD_INVALID', 'lng'],
    ['a place that cannot be', { place: { lng: 31, lat: 120 } }, 'COORDINATE_INVALID', 'lng'],
    ['0/0', { place: { lng: 0, lat: 0 } }, 'COORDINATE_INVALID', 'lng'],
    ['words without end', { content: 'x'.repeat(10_001) }, 'FIELD_INVALID', 'description'],
    ['a list where a text should be', { no: ['GD1', 'GD2'] }, 'CONNECTOR_FIELD_MISSING', 'externalNo'],
  ])('[CN2] names the field and why: %s', (_what, change, code, field) => {
    expect(mapReport({ ...record, ...change }, mapping)).toMatchObject({ ok: false, error: { code, field } });
  });

  it('[CN15] tells an order that comes back for another round, and why, from one that does not', () => {
    const back: ReportMapping = { ...mapping, fields: { ...mapping.fields, isReopening: { path: 'handle', table: { 重办: 'true' }, otherwise: 'false' }, reopenReason: { path: 'why' } } };
    const reopeningOf = (more: Fields) => { const mapped = mapReport({ ...record, ...more }, back); return mapped.ok ? mapped.value.reopening : mapped.error; };
    expect([reopeningOf({}), reopeningOf({ handle: '派单' }), reopeningOf({ handle: '重办', why: '又摆出来了' })]).toEqual([undefined, undefined, { reason: '又摆出来了' }]);
    expect(reopeningOf({ handle: '重办' })).toEqual({ reason: '来源退回重办，未写明原因' });
    expect(reopeningOf({ handle: '重办', why: 'x'.repeat(501) })).toMatchObject({ code: 'FIELD_INVALID', field: 'reopenReason' });
  });

  it('[CN2] looks at what a record holds itself, never at what every object has', () => {
    expect(applyRule({ path: 'constructor.name' }, record)).toEqual({ kind: 'missing' });
    expect(applyRule({ path: 'no', table: {} }, { no: 'toString' })).toEqual({ kind: 'unmapped', text: 'toString' });
  });

  it('finds one record or many, and says where none are', () => {
    expect(recordsAt({ orders: [record, record] }, 'orders')).toMatchObject({ ok: true, value: { length: 2 } });
    expect(recordsAt(record, '')).toMatchObject({ ok: true, value: { length: 1 } });
    for (const message of [{ orders: [] }, { orders: '无' }, {}, 7, null] as Value[]) expect(recordsAt(message, 'orders')).toMatchObject({ ok: false, error: { code: 'CONNECTOR_RECORDS_MISSING', field: 'orders' } });
  });
});

describe('the mapping of a rating', () => {
  const rating: RatingMapping = { records: '', fields: { externalNo: { path: 'no' }, satisfaction: { path: 'mark', table: { 满意: '4', 超级满意: '9' } }, isResolved: { path: 'solved', table: { 是: 'true', 否: 'false' } }, note: { path: 'note' } } };

  it('[CN7] is a mark from 1 to 5 and whether it is solved', () => {
    expect(mapRating({ no: 'GD1', mark: '满意', solved: '否' }, rating)).toEqual({ ok: true, value: { externalNo: 'GD1', satisfaction: 4, isResolved: false, note: null } });
    expect(mapRating({ no: 'GD1', mark: '超级满意', solved: '是' }, rating)).toMatchObject({ error: { code: 'FIELD_INVALID', field: 'satisfaction' } });
    expect(mapRating({ no: 'GD1', mark: '满意', solved: '' }, rating)).toMatchObject({ error: { code: 'CONNECTOR_FIELD_MISSING', field: 'isResolved' } });
  });
});

describe('asking another system', () => {
  it('[CN14] says how far was read, and waits as its plan says or longer', () => {
    const plan = { url: 'http://a.test/{cursor}?since={cursor}', everySeconds: 60, cursor: { path: 'next', first: '$&' } };
    expect([pollUrl(plan, null), pollUrl(plan, '2026-11-23 08:00'), pollUrl({ url: 'http://a.test/', everySeconds: 60 }, null)]).toEqual(['http://a.test/%24%26?since=%24%26', 'http://a.test/2026-11-23%2008%3A00?since=2026-11-23%2008%3A00', 'http://a.test/']);
    expect([0, 1, 7, 8, 100].map((tries) => pollDelayMs(plan, tries))).toEqual([60_000, 60_000, 64_000, 128_000, 600_000]);
  });

  it('[CN14] tells a message without records from one of another make', () => {
    const empty: [Value, string][] = [[{ orders: [] }, 'orders'], [{ orders: null }, 'orders'], [[], ''], [{ feed: '' }, 'feed.item']];
    const strange: [Value, string][] = [[{ tickets: [] }, 'orders'], [{ orders: [record] }, 'orders'], [{ feed: { entry: '1' } }, 'feed.item'], [{ orders: '无' }, 'orders'], [record, '']];
    expect([empty.map(([message, at]) => isEmptyAt(message, at)), strange.map(([message, at]) => isEmptyAt(message, at))]).toEqual([[true, true, true, true], [false, false, false, false, false]]);
  });
});

describe('telling another system', () => {
  it('[CN8] waits a second after the first try, twice as long each time, ten minutes at most', () => {
    expect([1, 2, 3, 10, 11, 500].map(retryDelayMs)).toEqual([1_000, 2_000, 4_000, 512_000, 600_000, 600_000]);
  });
});
