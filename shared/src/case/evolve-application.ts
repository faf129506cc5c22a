import type { CaseEvent } from './case-events.ts';
import type { Case } from './case.ts';

/** What an event changes about the application in hand, and the step that waits behind it. */
export function applicationAfter(item: Case, event: CaseEvent): Partial<Case> {
  const { payload } = event;
  switch (event.type) {
    case 'return-requested': case 'extension-requested': case 'suspension-requested': case 'void-requested':
      return { resumeState: item.state, application: event.application ?? null, heldStepClock: event.heldStepClock ?? null };
    case 'application-reviewed':
      return {
        application: item.application && {
          ...item.application,
          review: { by: event.actor.id, byName: event.actor.name, at: event.at, isSupported: payload.isSupported ?? false, note: payload.note ?? '' },
        },
      };
    case 'suspended': return { application: null, suspendedUntil: payload.until ?? item.application?.until ?? null, suspensionCount: item.suspensionCount + 1 };
    case 'resumed': return { suspendedUntil: null, heldStepClock: null };
    case 'extended': return { application: null, heldStepClock: null, extensionCount: item.extensionCount + 1 };
    case 'returned': case 'return-rejected': case 'extension-rejected': case 'suspension-rejected': case 'voided': case 'void-rejected':
      return { application: null, heldStepClock: null };
    default: return {};
  }
}
