import type { HeaderLayout } from '../header.ts';
import { encodeText, readText } from '../text.ts';

/** 文本信息下发, JT/T 808-2013 and -2019 §8.29. */
export const textId = 0x8300;

export type TextOrder = {
  readonly text: string;
  readonly isUrgent: boolean;
  /** 终端 TTS 播读. */
  readonly isSpoken: boolean;
};

const shownBit = 1 << 2;
const spokenBit = 1 << 3;
/** 2013: bit 0 says urgent. 2019: bits 0 and 1 are one number, 1 a service, 2 urgent, 3 a notice. */
const urgent2013 = 1;
const [urgent2019, notice2019] = [2, 3];
/** 文本类型 of 2019: 1 通知, 2 服务. */
const noticeType = 1;

/** Always shown on the terminal's display. */
export function encodeTextOrder({ text, isUrgent, isSpoken }: TextOrder, layout: HeaderLayout): Uint8Array {
  const how = shownBit | (isSpoken ? spokenBit : 0);
  if (layout === '2013') return Buffer.concat([Uint8Array.of(how | (isUrgent ? urgent2013 : 0)), encodeText(text)]);
  return Buffer.concat([Uint8Array.of(how | (isUrgent ? urgent2019 : notice2019), noticeType), encodeText(text)]);
}

/** Undefined when there is no room for the flags. */
export function decodeTextOrder(bytes: Uint8Array, start: number, end: number, layout: HeaderLayout): TextOrder | undefined {
  const textAt = start + (layout === '2013' ? 1 : 2);
  if (textAt > end) return undefined;
  const flags = bytes[start] as number;
  return { text: readText(bytes, textAt, end), isSpoken: (flags & spokenBit) !== 0, isUrgent: layout === '2013' ? (flags & urgent2013) !== 0 : (flags & 3) === urgent2019 };
}
