import { join } from 'node:path';
import { z } from 'zod';
import { GATEWAY_KINDS, HAPPENINGS, LADDER_ROLES, alertProblems, type AlertSettings } from '@wangge/shared/alarm';
import { jsonKind } from '../lists/json-kind.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';

const name = z.string().trim().min(1, '不能为空').max(40);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为 HH:MM');

const gateway = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, '可用小写字母、数字和连字符'), name, kind: z.enum(GATEWAY_KINDS, `可用 ${GATEWAY_KINDS.join('、')}`),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: '应为 http(s):// 开头的地址，留空为停用' }).max(500)]),
  patienceS: z.number().int().min(1).max(30), roles: z.array(z.enum(LADDER_ROLES)), posts: z.array(name).max(50),
  body: z.json(), accepted: z.strictObject({ path: name, value: name }).optional(),
});

const settings = z.strictObject({
  quiet: z.strictObject({ from: timeOfDay, to: timeOfDay }),
  templates: z.array(z.strictObject({ on: z.enum([...HAPPENINGS, 'flood']), text: z.string().trim().min(1, '不能为空').max(200), alsoDrills: z.boolean() })).max(20),
  gateways: z.array(gateway).max(10),
});

/** 告警外发: by which gateways the people of a called rung are told outside the product, in what words and hours. Every gateway of the default is off. */
export const alertGatewaysKind: ListKind<AlertSettings> = jsonKind<AlertSettings>({
  kind: 'alert-gateways', name: '告警外发', file: join(import.meta.dirname, 'defaults/alert-gateways.json'),
  schema: settings as unknown as z.ZodType<AlertSettings>,
  check: alertProblems,
});
