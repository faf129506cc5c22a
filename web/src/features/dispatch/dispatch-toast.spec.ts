import { describe, expect, it } from 'vitest';
import { asId } from '@wangge/shared/base';
import type { CaseRow, OrderRow } from '@wangge/shared/wire';
import { NO_TOAST, nextToast, viewToast } from './dispatch-toast.ts';
import { orderSteps } from './order-steps.ts';

const SENT_AT = 1_000_000;

const ORDER: OrderRow = {
  teamId: asId('t1'), sentAt: SENT_AT, undoUntil: SENT_AT + 10_000, deliveredAt: null, seenAt: null, signedAt: null, departedAt: null, arrivedAt: null,
  doneAt: null, etaAt: SENT_AT + 240_000, route: [],
};

function rowWith(order: OrderRow | null): CaseRow {
  return {
    id: asId('c1'), no: '1', revision: 4, state: 'dispatched', typeCode: 'E0408', matter: '店外经营', platform: 'enforcement', level: 'ordinary',
    urgency: 'normal', lngLat: [120.3, 31.8], villageCode: 'V1', gridCode: 'G1', source: 'hotline', reportedAt: 0, stateSince: 0, closedAt: null,
    closedOnTime: null, leadDepartmentId: null, clock: null, stepClock: null, order, countyCall: null, supervision: 0, reworkCount: 0, isAuditSample: false,
  };
}

const sent = nextToast(NO_TOAST, { type: 'sent', row: rowWith(ORDER) });

describe('the toast of a dispatch', () => {
  it('counts ten seconds down and then goes', () => {
    expect(viewToast(sent, rowWith(ORDER), SENT_AT)).toEqual({ isShown: true, canUndo: true, secondsLeft: 10, shareLeft: 1, step: 'sent' });
    expect(viewToast(sent, rowWith(ORDER), SENT_AT + 3_200)).toMatchObject({ secondsLeft: 7, canUndo: true });
    expect(viewToast(sent, rowWith(ORDER), SENT_AT + 10_000)).toMatchObject({ isShown: false, canUndo: false });
  });

  it('follows the order live', () => {
    const delivered = rowWith({ ...ORDER, deliveredAt: SENT_AT + 400 });
    expect(viewToast(sent, delivered, SENT_AT + 500).step).toBe('delivered');
    expect(viewToast(sent, rowWith({ ...ORDER, signedAt: SENT_AT + 900 }), SENT_AT + 1_000).step).toBe('signed');
    expect(viewToast(sent, rowWith({ ...ORDER, teamId: asId('other') }), SENT_AT + 500).step).toBeNull();
  });

  it('takes an undo only in time, waits for the answer past the end and says that it is done', () => {
    expect(nextToast(sent, { type: 'undo-asked', now: SENT_AT + 10_000 })).toBe(sent);
    const undoing = nextToast(sent, { type: 'undo-asked', now: SENT_AT + 9_900 });
    expect(viewToast(undoing, rowWith(ORDER), SENT_AT + 10_400)).toMatchObject({ isShown: true, canUndo: false });
    const undone = nextToast(undoing, { type: 'undo-done', now: SENT_AT + 10_500 });
    expect(viewToast(undone, rowWith(null), SENT_AT + 11_000).isShown).toBe(true);
    expect(viewToast(undone, rowWith(null), SENT_AT + 13_500).isShown).toBe(false);
  });

  it('can be undone again after a failed try and never from nothing', () => {
    const undoing = nextToast(sent, { type: 'undo-asked', now: SENT_AT + 1_000 });
    expect(nextToast(undoing, { type: 'undo-failed' })).toEqual(sent);
    expect(nextToast(NO_TOAST, { type: 'undo-done', now: SENT_AT })).toBe(NO_TOAST);
    expect(nextToast(NO_TOAST, { type: 'sent', row: rowWith(null) })).toBe(NO_TOAST);
  });
});

describe('stages of an order', () => {
  it('counts a stage that was passed over as reached', () => {
    const steps = orderSteps({ ...ORDER, deliveredAt: SENT_AT + 1, signedAt: SENT_AT + 2, arrivedAt: SENT_AT + 9 });
    expect(steps.map(({ step, isReached }) => [step, isReached])).toEqual([
      ['sent', true], ['delivered', true], ['seen', true], ['signed', true], ['departed', true], ['arrived', true], ['done', false],
    ]);
    expect(steps[4]).toMatchObject({ step: 'departed', at: null });
  });
});
