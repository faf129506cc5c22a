import { isRunningCall } from '@wangge/shared/call';
import type { Case } from '@wangge/shared/case';
import { nextOfCall } from './call-steps.ts';
import { departmentStep } from './department-steps.ts';
import { squadStep } from './field-steps.ts';
import {
  whenAccepted, whenAsked, whenFiled, whenReported, whenSelfHandled, whenSuspended, whenVerifying,
} from './room-steps.ts';
import { whenChecked, whenChecking, whenClosed, whenEvaluated, whenHandled, whenOwingAnswer } from './closing-steps.ts';
import type { Step } from './step.ts';
import type { Town } from './town.ts';

function mainStep(item: Case, town: Town, now: number): Step | null {
  switch (item.state) {
    case 'self-handled': return whenSelfHandled(item, town);
    case 'reported': return whenReported(item, town, now);
    case 'verifying-report': return whenVerifying(item, town);
    case 'accepted': return whenAccepted(item, town);
    case 'filed': return whenFiled(item, town, now);
    case 'dispatched': case 'handling': return item.order ? squadStep(item, item.order, town, now) : departmentStep(item, town);
    case 'return-requested': case 'extension-requested': case 'suspension-requested': case 'void-requested': return whenAsked(item, town);
    case 'suspended': return whenSuspended(item);
    case 'handled': return whenHandled(item, town);
    case 'checking': return whenChecking(item, town, now);
    case 'checked': return whenChecked(item, town);
    case 'closed': return whenClosed(item, town);
    case 'voided': return whenOwingAnswer(item, town);
    case 'evaluated': return whenEvaluated(item, town);
    default: return null;
  }
}

/**
 * What the demo's people do next with a case, and when: the same for the same case, state and town. A step that lies before
 * `now` is overdue and may be done at once. Null: nothing more happens to it by itself.
 */
export function nextStep(item: Case, town: Town, now: number): Step | null {
  const call = town.callOf(item.id);
  const ofCall = call ? nextOfCall(call, item, town) : null;
  const isWithCall = call !== undefined && (isRunningCall(call.state) || call.state === 'drafted' || call.state === 'returned');
  const isClimbing = ofCall?.call?.kind === 'draft';
  const own = isWithCall || isClimbing ? null : mainStep(item, town, now);
  const step = own && ofCall ? (ofCall.at <= own.at ? ofCall : own) : own ?? ofCall;
  return step && { ...step, at: Math.ceil(step.at) };
}
