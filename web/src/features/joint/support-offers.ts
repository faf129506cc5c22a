import type { SupportAction, SupportView } from '@wangge/shared/joint';
import type { ActionOffer } from '../../ui/forms/ActionButtons.vue';
import type { FormField } from '../../ui/forms/form-field.ts';

/** What may be done with a support task now, with the form of each. */
export function supportOffers({ actions }: SupportView, t: (key: string) => string): ActionOffer[] {
  const text = (name: string): FormField => ({ kind: 'text', name, label: t(`joint.field.${name}`) });
  const forms: Partial<Record<SupportAction, readonly FormField[]>> = {
    'feed-back': [text('note'), { kind: 'photos', name: 'photos', label: t('joint.field.photos'), isOptional: true }],
    'send-back': [text('reason')], 'request-excuse': [text('reason')], 'refuse-excuse': [text('note')],
  };
  return actions.map((action) => ({ action, label: t(`joint.support.action.${action}`), fields: forms[action] ?? [] }));
}
