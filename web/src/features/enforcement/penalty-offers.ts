import type { Officer, PenaltyDetail } from '@wangge/shared/enforcement';
import type { ActionOffer } from '../../ui/forms/ActionButtons.vue';
import type { FormField } from '../../ui/forms/form-field.ts';

type Say = (key: string) => string;

/** The officers as choices, each with the certificate of the register. */
export function officerField(officers: readonly Officer[], t: Say): FormField {
  return { kind: 'picks', name: 'officers', label: t('enforcement.field.officers'), choices: officers.map(({ personId, name, certificateNo }) => ({ value: personId, label: name, note: certificateNo })) };
}

/** What may be done with a penalty case now, with the form of each. */
export function penaltyOffers(detail: PenaltyDetail, officers: readonly Officer[], t: Say): ActionOffer[] {
  const text = (name: string): FormField => ({ kind: 'text', name, label: t(`enforcement.field.${name}`) });
  const photos: FormField = { kind: 'photos', name: 'photos', label: t('enforcement.field.photos'), isOptional: true };
  const noted = [text('note'), photos];
  const fields: Readonly<Record<string, readonly FormField[]>> = {
    'collect-evidence': [officerField(officers, t), ...noted], 'send-review': [text('note')], 'pass-review': [text('note')], 'fail-review': [text('reason')], hear: noted, serve: noted, execute: noted,
    notify: [...noted, { kind: 'yes-no', name: 'isWaived', label: t('enforcement.field.isWaived'), isOptional: true }],
    decide: [{ kind: 'line', name: 'decisionNo', label: t('enforcement.field.decisionNo') }, { kind: 'number', name: 'fineYuan', label: t('enforcement.field.fineYuan'), min: 0 }, photos],
    'decide-none': [text('reason')], withdraw: [text('reason')],
  };
  return detail.allowed.map((action) => ({ action, label: t(`enforcement.action.${action}`), ...(fields[action] ? { fields: fields[action] } : {}) }));
}

/** The payload as the server takes it: chosen persons become officers with their certificates. */
export function withOfficers(payload: Readonly<Record<string, unknown>>, officers: readonly Officer[]): Record<string, unknown> {
  const { officers: chosen, ...rest } = payload;
  return Array.isArray(chosen) ? { ...rest, officers: officers.filter(({ personId }) => chosen.includes(personId)) } : rest;
}
