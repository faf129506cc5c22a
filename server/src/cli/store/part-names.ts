import type { Part } from '../../store/contents.ts';

/** Parts as a person reads them. */
export const PART_NAMES: Readonly<Record<Part, string>> = { events: '事件', keys: '幂等键', serials: '编号', documents: '文档', attachments: '附件', tracks: '轨迹', audit: '审计' };

/** A name padded to the width of four characters of Chinese. */
export function padName(part: Part): string {
  return PART_NAMES[part] + '　'.repeat(4 - PART_NAMES[part].length);
}
