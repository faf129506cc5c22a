import { dateKey } from '@wangge/shared/base';

/** The kind of document under which the events of one day lie (围栏事件), so that a day is read and deleted at once. */
export function fenceEventsOf(at: number): string {
  return `fence-event.${dateKey(at)}`;
}
