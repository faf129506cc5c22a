import type { RaidDetail, RaidUnit } from '@wangge/shared/enforcement';
import type { ActionOffer } from '../../ui/forms/ActionButtons.vue';
import type { FormField } from '../../ui/forms/form-field.ts';

/** What may be done with a joint raid now, with the form of each; `unit`: the reader's own, whose headcount its report begins with. */
export function raidOffers({ allowed }: RaidDetail, t: (key: string) => string, unit?: RaidUnit): ActionOffer[] {
  const number = (name: string, isOptional = false): FormField => ({ kind: 'number', name, label: t(`enforcement.field.${name}`), min: 0, isOptional });
  const text = (name: string): FormField => ({ kind: 'text', name, label: t(`enforcement.field.${name}`) });
  const forms: Readonly<Record<string, Partial<ActionOffer>>> = {
    report: { fields: [number('present'), number('checked', true), number('problems', true), text('note')], ...(unit ? { prefill: { present: unit.headcount } } : {}) },
    cancel: { fields: [text('reason')] },
  };
  return allowed.map((action) => ({ action, label: t(`enforcement.raidAction.${action}`), ...forms[action] }));
}
