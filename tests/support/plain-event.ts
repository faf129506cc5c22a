import type { DomainEvent } from '@wangge/shared/life';

/** An event that says nothing, for tests of what keeps events whatever they say. */
export const PLAIN_EVENT: DomainEvent = {
  type: 'SomethingHappened', at: 1_763_800_000_000, actor: { id: 'p', name: 'p', role: 'system', unitId: null, parentUnitId: null, areaCode: '' },
};
