import { z } from 'zod';
import type { LimitUnit, TimeLimit } from '@wangge/shared/calendar';

const UNITS: Readonly<Record<string, LimitUnit>> = {
  工作分: 'work_minute', 工作分钟: 'work_minute', 工作时: 'work_hour', 工作小时: 'work_hour', 工作日: 'work_day', 分: 'minute', 分钟: 'minute', 小时: 'hour', 日: 'day', 天: 'day',
};
const LIMIT = new RegExp(`^(\\d+(?:\\.\\d+)?)(${Object.keys(UNITS).join('|')})$`);

const text = z.string().min(1, '不能为空');
const whole = z.string().regex(/^\d+$/, '应为非负整数').transform(Number);
const positive = whole.refine((n) => n > 0, '应大于 0');
const number = z.string().regex(/^\d+(\.\d+)?$/, '应为非负数').transform(Number);

function limitOf(value: string): TimeLimit | null {
  const found = LIMIT.exec(value);
  return found && Number(found[1]) > 0 ? { value: Number(found[1]), unit: UNITS[found[2]!]! } : null;
}

function orNull<T>(schema: z.ZodType<T, string>): z.ZodType<T | null, string> {
  return z.union([z.literal('').transform(() => null), schema]);
}

/** A limit as people write it: `3工作日`; read again by `cell.limit`. */
export function limitText({ value, unit }: TimeLimit): string {
  return `${value}${Object.keys(UNITS).find((word) => UNITS[word] === unit)}`;
}

/** How cells of a list are read: each from the text of the cell, with the reason as its editor reads it. Several values of one cell are separated by `;`. */
export const cell = {
  text,
  /** May be empty. */
  note: z.string(),
  whole,
  positive,
  number,
  /** A figure or an empty cell. */
  numberOrNull: orNull(number),
  positiveOrNull: orNull(positive),
  /** 是 or 否. */
  flag: z.enum(['是', '否'], '应为 是 或 否').transform((value) => value === '是'),
  /** YYYY-MM-DD. */
  day: z.iso.date('应为 YYYY-MM-DD'),
  dayOrNull: orNull(z.iso.date('应为 YYYY-MM-DD')),
  /** Names or codes separated by `;`, full or half width; empty is none. */
  several: z.string().transform((value) => value.split(/[;；]/).map((part) => part.trim()).filter((part) => part !== '')),
  /** 时限 as people write it: `3工作日`, `4工作时`, `24小时`, `60日`. Missing is refused. */
  limit: z.string().transform((value, context): TimeLimit => {
    const limit = limitOf(value);
    if (!limit) context.addIssue({ code: 'custom', message: value === '' ? '缺少时限' : `“${value}”不是时限，应如 3工作日、4工作时、24小时、60日` });
    return limit ?? { value: 1, unit: 'day' };
  }),
  /** One of the words people write, as the value the product keeps. */
  oneOf<const T extends Readonly<Record<string, string>>>(words: T): z.ZodType<T[keyof T], string> {
    return z.string().transform((value, context): T[keyof T] => {
      const found = words[value];
      if (found === undefined) context.addIssue({ code: 'custom', message: `应为 ${Object.keys(words).join('、')} 之一` });
      return (found ?? value) as T[keyof T];
    });
  },
} as const;
