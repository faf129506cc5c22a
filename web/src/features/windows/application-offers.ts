import type { ApplicationAction, ApplicationDetail } from '@wangge/shared/matter';
import type { ActionOffer } from '../../ui/forms/ActionButtons.vue';
import type { FormField } from '../../ui/forms/form-field.ts';

const RATINGS = ['5', '4', '3', '2', '1'] as const;
type Words = (key: string, named?: Record<string, unknown>) => string;

function fieldsOf(action: ApplicationAction, t: Words): readonly FormField[] {
  switch (action) {
    case 'ask-supplement': return [{ kind: 'text', name: 'reason', label: t('service.form.materials') }];
    case 'refuse': case 'withdraw': return [{ kind: 'text', name: 'reason', label: t('service.form.reason') }];
    case 'rate': return [{ kind: 'choice', name: 'rating', label: t('service.form.rating'), choices: RATINGS.map((value) => ({ value, label: t(`service.rating.${value}`) })) }];
    default: return [];
  }
}

/** What the reader may do with an application, each with the form it needs. */
export function applicationOffers({ allowed, application }: ApplicationDetail, t: Words): ActionOffer[] {
  return allowed.map((action) => ({ action, label: t(`service.action.${action}`, { node: t(`service.node.${application.node}`) }), fields: fieldsOf(action, t) }));
}

/** What a form gives as the server takes it: a rating is a number. */
export function applicationPayload(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return 'rating' in given ? { ...given, rating: Number(given['rating']) } : { ...given };
}
