import { z } from 'zod';
import { TERMINAL_PARAMETER_RANGES, TERMINAL_TEXT, type TerminalParameterName } from '@wangge/shared/wire';

export const unitParams = z.strictObject({ unitId: z.string().min(1).max(64) });

const commandId = z.string().min(8).max(64);

function parameter(name: TerminalParameterName) {
  const [least, most] = TERMINAL_PARAMETER_RANGES[name];
  return z.number().int().min(least).max(most).optional();
}

export const textSchema = z.strictObject({
  commandId, text: z.string().regex(TERMINAL_TEXT, '1–200 个字，不含终端不能显示的符号'), isUrgent: z.boolean().default(false), isSpoken: z.boolean().default(true),
});

export const askSchema = z.strictObject({ commandId });

/** What can't cut a terminal off: no addresses, no ports. */
export const parametersSchema = z.strictObject({
  commandId,
  values: z.strictObject({
    heartbeatS: parameter('heartbeatS'), reportS: parameter('reportS'), sleepReportS: parameter('sleepReportS'), sosReportS: parameter('sosReportS'), topSpeedKmh: parameter('topSpeedKmh'), overspeedS: parameter('overspeedS'),
  })
    .refine((values) => Object.keys(values).length > 0, '至少写一项参数'),
});

const limit = z.strictObject({ topSpeedKmh: z.number().int().min(10).max(200), overspeedS: z.number().int().min(1).max(255) }).optional();

/** An area of the list 电子围栏, or a circle around a place. */
export const zoneSchema = z.strictObject({
  commandId, fenceId: z.string().min(1).max(40).optional(), limit,
  circle: z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90), radiusM: z.number().int().min(50).max(50_000), name: z.string().trim().min(1).max(20).regex(TERMINAL_TEXT, '含终端不能显示的符号') }).optional(),
}).refine(({ fenceId, circle }) => (fenceId === undefined) !== (circle === undefined), '写一个围栏，或一个圆');
export type ZoneWish = Omit<z.infer<typeof zoneSchema>, 'commandId'>;

export const zoneRemovalSchema = z.strictObject({ commandId, zoneId: z.number().int().min(1).max(0xffff_ffff) });
