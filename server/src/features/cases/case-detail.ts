import { can, type Actor } from '@wangge/shared/access';
import type { CaseId } from '@wangge/shared/base';
import { allowedActions, approvalPath, isThroughCall, type Case, type CaseEvent, type DecideContext } from '@wangge/shared/case';
import type { ResponsibilityItem } from '@wangge/shared/district';
import type { CaseDetail, ToldEntry } from '@wangge/shared/wire';
import type { StoredEvent } from '../../store/event-store.ts';
import { caseRow } from './case-row.ts';
import { maskName, maskPhone, maskText } from './mask.api.ts';
import { receiptRows, reopenAskRows } from './receipts.ts';
import { reporterToReach } from './reporter-to-reach.ts';
import { timeline } from './timeline.ts';

export interface DetailNeeds {
  readonly item: Case;
  readonly history: readonly StoredEvent<CaseEvent>[];
  readonly actor: Actor;
  readonly context: DecideContext;
  /** Items of the list in force that the case may fall under. */
  readonly items: readonly ResponsibilityItem[];
  /** Which systems were told of which step (回传). */
  readonly told: readonly ToldEntry[];
  find(id: CaseId): Case | undefined;
}

/** The case page for one reader: personal data masked unless the role may see it and the reporter did not ask for secrecy. */
export function caseDetail({ item, history, actor, context, items, told, find }: DetailNeeds): CaseDetail {
  const mayUnmask = can(actor.role, 'case.view-personal');
  const { name, phone, isSecret } = item.reporter;
  const isOpen = mayUnmask && !isSecret;
  const actions = allowedActions(item, actor, context).filter((action) => !isThroughCall(item, action, actor.role));
  return {
    row: caseRow(item, item.lngLat),
    description: mayUnmask ? item.description : maskText(item.description),
    address: item.address, externalNo: item.externalNo,
    reporterName: name === null ? null : isOpen ? name : maskName(name),
    reporterPhone: phone === null ? null : isOpen ? phone : maskPhone(phone),
    photos: item.photos, voiceNotes: actor.role === 'wall' ? [] : item.voiceNotes ?? [], supportDepartmentIds: item.supportDepartmentIds, checkerId: item.checkerId,
    checkResult: item.checkResult, application: item.application, suspendedUntil: item.suspendedUntil, rounds: item.rounds, bounces: item.bounces,
    receipts: receiptRows(item, find, mayUnmask), reopenAsks: reopenAskRows(item, find, mayUnmask), mergedInto: item.mergedInto, isAuditSample: item.isAuditSample,
    extensionNeedsForm: approvalPath(item, 'extension', {}, context).needsForm, returnCount: item.returnCount, extensionCount: item.extensionCount,
    citable: items.map(({ no, name }) => ({ no, name })),
    timeline: timeline(history, mayUnmask, told),
    actions, toReach: reporterToReach(item, actions, actor, find), readAt: context.now,
  };
}
