import { dateKey } from '@wangge/shared/base';
import { connectorsKind } from '../../features/connectors/connectors-kind.api.ts';
import type { ListsApi } from '../../features/lists/lists.api.ts';

/** Gives the demo's first township the desk of its connectors, once; a county that has edited them keeps its own. */
export async function seedConnectors({ lists, areaCode }: { readonly lists: ListsApi; readonly areaCode: string }, now: number): Promise<void> {
  if (lists.versions(connectorsKind.kind).length > 1) return;
  const text = connectorsKind.defaultText().replaceAll('"areaCode": ""', `"areaCode": "${areaCode}"`);
  await lists.publish(connectorsKind.kind, { version: '演示-1', effectiveFrom: dateKey(now), documentNo: '演示', isConfirmed: false, text }, '演示数据', now);
}
