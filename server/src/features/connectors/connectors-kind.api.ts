import { join } from 'node:path';
import { z } from 'zod';
import { LIFE_CYCLE } from '@wangge/shared/case';
import { FORMATS, PROGRESS_FACTS, isTopicFilter, type Connector } from '@wangge/shared/connector';
import { DATUMS } from '@wangge/shared/geo';
import { jsonKind } from '../lists/json-kind.api.ts';

const text = z.string().trim().min(1, '不能为空').max(200);
const path = z.string().max(200);
const rule = z.union([
  z.strictObject({ value: text }),
  z.strictObject({ path: z.union([text, z.array(text).min(1).max(8)]), table: z.record(z.string(), z.string()).optional(), otherwise: z.string().optional() }),
], '应为 {"value": …} 或 {"path": …, "table"?: {…}, "otherwise"?: …}');

const reports = z.strictObject({
  records: path, datum: z.enum(DATUMS, `可用 ${DATUMS.join('、')}`),
  fields: z.strictObject({
    externalNo: rule, typeCode: rule, description: rule, lng: rule, lat: rule, address: rule.optional(), source: rule.optional(),
    reporterName: rule.optional(), reporterPhone: rule.optional(), isSecret: rule.optional(), isReopening: rule.optional(), reopenReason: rule.optional(),
  }),
});
const ratings = z.strictObject({ records: path, fields: z.strictObject({ externalNo: rule, satisfaction: rule, isResolved: rule, note: rule.optional() }) });

const poll = z.strictObject({
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: '应为 http(s):// 开头的地址，留空为暂不轮询' })]), everySeconds: z.number().int().min(5).max(86_400),
  cursor: z.strictObject({ path: text, first: z.string().max(200) }).optional(),
  auth: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('bearer') }), z.strictObject({ kind: z.literal('basic'), user: z.string().min(1).max(100).regex(/^[^:\p{Cc}]+$/u, '账号里不能有冒号') }),
    z.strictObject({ kind: z.literal('header'), name: z.string().max(60).regex(/^(?!(host|cookie|content-.*|connection|transfer-encoding|user-agent)$)[a-z0-9-]+$/i, '应为放密钥的请求头名，如 X-Api-Key') }),
  ], '可用 {"kind": "bearer"}、{"kind": "basic", "user": …}、{"kind": "header", "name": …}；密钥本身不写在清单里').optional(),
});

const EVENTS: ReadonlySet<string> = new Set(['reported', ...LIFE_CYCLE.map(({ event }) => event)]);
const out = z.strictObject({
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: '应为 http(s):// 开头的地址，留空为暂不回传' })]), cases: z.enum(['own', 'all'], '可用 own、all'),
  steps: z.record(z.string(), z.string().max(100)).refine((steps) => Object.keys(steps).every((name) => EVENTS.has(name)), `环节可用 ${[...EVENTS].join('、')}`),
  fields: z.record(z.string().min(1).max(60), z.enum(PROGRESS_FACTS, `可用 ${PROGRESS_FACTS.join('、')}`)),
});

const connector = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, '可用小写字母、数字和连字符'), name: text, isOn: z.boolean(), channelId: text,
  areaCode: z.string().regex(/^(\d{6}|\d{9})?$/, '应为 6 或 9 位区划编码，留空为全辖区'), format: z.enum(FORMATS, `可用 ${FORMATS.join('、')}`),
  silentAfterMinutes: z.number().int().min(1).max(100_000), reports: reports.optional(), ratings: ratings.optional(), out: out.optional(),
  poll: poll.optional(),
  mqtt: z.strictObject({ filter: path.refine(isTopicFilter, '应为 MQTT 主题过滤器，如 iot/water/+/alarm；+ 代表一级，# 只能在末尾，不能以 $ 开头') }).optional(),
});

/** 外部系统接入: who may tell us of matters, and by which mapping (对照表) their fields become ours. */
export const connectorsKind = jsonKind<readonly Connector[]>({
  kind: 'connectors', name: '外部系统接入', file: join(import.meta.dirname, 'defaults/connectors.json'),
  schema: z.array(connector).max(50) as unknown as z.ZodType<readonly Connector[]>,
  check: (all) => all.flatMap(({ id, reports: told, ratings: rated, out: back, mqtt, poll: asked, format }, index) => [
    ...(all.findIndex((other) => other.id === id) < index ? [{ path: `${index}.id`, reason: `编号 ${id} 重复` }] : []),
    ...(back?.cases === 'own' && !told ? [{ path: `${index}.out.cases`, reason: '没有工单（reports）的接入没有自己的案件，应为 all' }] : []),
    ...(asked && !told ? [{ path: `${index}.poll`, reason: '轮询来的是工单，须写明对照表（reports）' }] : []),
    ...(asked?.cursor && (format === 'csv' || (asked.url !== '' && !asked.url.includes('{cursor}'))) ? [{ path: `${index}.poll.cursor`, reason: '读到哪里要写进地址的 {cursor}，且 CSV 里没有它的位置' }] : []),
    ...(mqtt && !told ? [{ path: `${index}.mqtt`, reason: '从消息服务器收的是工单，须写明对照表（reports）' }] : []),
    ...(rated && !told ? [{ path: `${index}.ratings`, reason: '评价要有同一接入的工单（reports）才对得上' }] : []),
  ]),
});
