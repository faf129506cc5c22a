import { CaseBook } from './features/cases/case-book.ts';
import { createCasesApi } from './features/cases/cases.api.ts';
import { createDistrictApi } from './features/district/district.api.ts';
import { loadDistrict } from './features/district/district-store.ts';
import { firstEditions } from './features/district/first-editions.ts';
import { createRuleBook } from './features/district/rule-book.api.ts';
import { createListsApi } from './features/lists/create-lists.ts';
import { departmentsOf } from './features/lists/departments-known.ts';
import { createRetention, type RetentionApi } from './features/retention/retention.api.ts';
import { Ledger } from './ledger/ledger.ts';
import { LIST_KINDS } from './list-kinds.ts';
import type { Clock } from './platform/clock.ts';
import { openStores } from './stores.ts';

/** Opens a store for one run of retention, with the cases and lists it needs and nothing else. Throws for a store without a district. */
export async function openRetention(storeUrl: string, clock: Clock): Promise<{ readonly retention: RetentionApi; close(): Promise<void> }> {
  const stores = await openStores(storeUrl);
  const kept = await loadDistrict(stores.documents);
  if (!kept) {
    await stores.close();
    throw new Error('这个库里还没有辖区，没有可以留存的内容');
  }
  const lists = await createListsApi(stores.documents, LIST_KINDS, { hasDepartment: departmentsOf(kept.district) }, firstEditions(kept.district));
  const ledger = new Ledger(stores.events);
  const feed = new CaseBook();
  ledger.register('case', feed);
  const cases = createCasesApi(feed, ledger, createDistrictApi(kept.district, kept.map, createRuleBook(lists, clock)));
  const retention = createRetention({ ...stores, ledger, feed, cases, lists, now: () => clock.now() });
  await ledger.catchUp();
  return { retention, close: () => stores.close() };
}
