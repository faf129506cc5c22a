import { describe, expect, it } from 'vitest';
import { asId, type TeamId } from '@wangge/shared/base';
import { CASE_ACTIONS, transitionOf, type CaseAction } from '@wangge/shared/case';
import type { CaseDetail } from '@wangge/shared/wire';
import { firstMissing, formNeeds, prefill } from './action-form.ts';
import { deskActions, waitsFor } from './desk-actions.ts';

function detail(actions: readonly CaseAction[]): CaseDetail {
  return {
    row: {
      id: asId('c1'), no: '1', revision: 3, state: 'reported', typeCode: 'E0408', matter: '店外经营', platform: 'enforcement', level: 'serious',
      urgency: 'normal', lngLat: [120.3, 31.8], villageCode: 'V1', gridCode: 'G1', source: 'hotline', reportedAt: 0, stateSince: 0, closedAt: null,
      closedOnTime: null, leadDepartmentId: null, clock: null, stepClock: null, order: null, countyCall: null, supervision: 0, reworkCount: 0, isAuditSample: false,
    },
    description: '', address: '', externalNo: null, reporterName: null, reporterPhone: null, photos: [], voiceNotes: [], supportDepartmentIds: [], checkerId: null,
    checkResult: null, application: null, suspendedUntil: null, rounds: [], bounces: [], receipts: [], reopenAsks: [], toReach: null, mergedInto: null, isAuditSample: false, extensionNeedsForm: false, citable: [],
    returnCount: 0, extensionCount: 0, timeline: [], actions, readAt: 0,
  };
}

describe('fields of an action', () => {
  it('asks for exactly what the life-cycle table requires', () => {
    for (const action of CASE_ACTIONS) {
      const fields = formNeeds(action);
      if (fields) expect(fields.map((field) => field.name)).toEqual((transitionOf(action)?.requires ?? []).filter((name) => name !== 'fixAt'));
    }
    expect(formNeeds('call-county')?.map((field) => field.kind)).toEqual(['department', 'text', 'text']);
    expect(formNeeds('close')).toEqual([]);
  });

  it('does not offer what only the field can give', () => {
    expect(formNeeds('arrive')).toBeNull();
  });

  it('asks for the sealed form, the photos and the opinion where the case needs them', () => {
    const names = (action: CaseAction, more: Partial<CaseDetail>, draft = {}) => formNeeds(action, { ...detail([]), ...more }, draft)?.map((field) => field.name);
    expect(names('request-return', {}, { ground: 'misdispatched' })).toEqual(['ground', 'reason', 'basis']);
    expect(names('request-return', {}, { ground: 'beyond-power' })).toContain('formPhotos');
    expect(names('request-return', { citable: [{ no: 'SD41', name: '占道经营' }] }, { ground: 'misdispatched' })).toEqual(['ground', 'reason', 'basis', 'itemCode']);
    expect(prefill('request-return', { ...detail([]), citable: [{ no: 'SD41', name: '占道经营' }] })).toEqual({ itemCode: 'SD41' });
    expect(names('request-extension', { extensionNeedsForm: true })).toContain('formPhotos');
    expect(names('report-back', {})).toEqual(['note', 'photos']);
    expect(names('approve-self-handled', { isAuditSample: true })).toEqual(['note']);
    expect(names('approve-self-handled', {})).toEqual([]);
  });

  it('opens acceptance with what the case says, so that nothing is missing', () => {
    const payload = prefill('accept', detail([]));
    expect(payload).toEqual({ typeCode: 'E0408', level: 'serious', gridCode: 'G1' });
    expect(firstMissing('accept', payload)).toBeNull();
    expect(prefill('refuse', detail([]))).toEqual({});
  });

  it('names the first field still empty and takes blanks for empty', () => {
    expect(firstMissing('refuse', {})).toBe('reason');
    expect(firstMissing('refuse', { reason: '  ' })).toBe('reason');
    expect(firstMissing('supervise', { supervisionLevel: 1 })).toBe('note');
    expect(firstMissing('add-support', { supportDepartmentIds: [] })).toBe('supportDepartmentIds');
    expect(firstMissing('evaluate', { satisfaction: 0, isResolved: false })).toBeNull();
  });
});

describe('actions at the desk', () => {
  it('makes the next step the one button and keeps the rest as text', () => {
    expect(deskActions(detail(['accept', 'refuse', 'merge', 'urge']))).toEqual({ primary: 'accept', others: ['refuse', 'merge', 'urge'] });
    expect(deskActions(detail(['dispatch', 'assign-department', 'request-void']))).toEqual({ primary: 'dispatch', others: ['assign-department', 'request-void'] });
  });

  it('[AK5] sends the next in line with one button where there is one, and reminds with the other', () => {
    const waiting = (nextTeamId: string | null): CaseDetail => {
      const known = detail(['redirect', 'remind-sign', 'pass-on']);
      const ladder = { since: 1, remindedAt: 1, nextAt: 1, nextTeamId: nextTeamId === null ? null : asId<TeamId>(nextTeamId), deskAt: null, passedFrom: [] };
      return { ...known, row: { ...known.row, state: 'dispatched', order: { teamId: asId<TeamId>('t1'), sentAt: 1, undoUntil: 1, deliveredAt: null, seenAt: null, signedAt: null, departedAt: null, arrivedAt: null, doneAt: null, etaAt: null, route: [], ladder } } };
    };
    expect(deskActions(waiting('t2'))).toEqual({ primary: 'pass-on', others: ['redirect', 'remind-sign'] });
    expect(prefill('pass-on', waiting('t2'))).toEqual({ teamId: 't2' });
    expect([prefill('redirect', waiting('t2')), formNeeds('remind-sign')]).toEqual([{}, []]);
    expect(deskActions(waiting(null)).primary).toBeNull();
    expect(waitsFor('dispatched')).not.toContain('dispatcher');
  });

  it('never makes a button of an undo, a delivery or an act of the field, nor an errand of the next step', () => {
    expect(deskActions(detail(['withdraw', 'deliver', 'arrive']))).toEqual({ primary: null, others: [] });
    expect(deskActions(detail(['supervise', 'urge']))).toEqual({ primary: null, others: ['supervise', 'urge'] });
  });
});
