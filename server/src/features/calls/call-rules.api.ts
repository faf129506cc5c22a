import { dateKey } from '@wangge/shared/base';
import { isItemValid } from '@wangge/shared/district';
import type { ListsApi } from '../lists/lists.api.ts';
import { responsibilityKind } from '../district/responsibility-kind.api.ts';
import type { CallRules } from './call-context.api.ts';
import { callSettingsKind } from './call-settings.api.ts';

/** The lists by which calls are judged, as the county keeps them. */
export function createCallRules(lists: Pick<ListsApi, 'inForce'>): CallRules {
  return {
    settingsAt: (at) => lists.inForce(callSettingsKind, at),
    itemsAt: (at) => lists.inForce(responsibilityKind, at).content.filter((item) => isItemValid(item, dateKey(at))),
  };
}
