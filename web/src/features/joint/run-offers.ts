import type { RunStep, RunView, StepField } from '@wangge/shared/joint';
import type { FormField } from '../../ui/forms/form-field.ts';
import type { ActionOffer } from '../../ui/forms/ActionButtons.vue';

type Translate = (key: string, named?: Record<string, unknown>) => string;

/** How an action on a step is named among the offers, and taken apart again. */
const SEPARATOR = '|';

/** One entry of a step's form as the desk asks for it; its name carries a mark, so that it stays apart from note and photos. */
function toFormField({ key, name, kind, isRequired, choices }: StepField): FormField {
  const base = { name: `v:${key}`, label: name, isOptional: !isRequired };
  switch (kind) {
    case 'choice': return { ...base, kind: 'choice', choices: (choices ?? []).map((value) => ({ value, label: value })) };
    case 'number': return { ...base, kind: 'number' };
    case 'yes-no': return { ...base, kind: 'yes-no' };
    case 'date': return { ...base, kind: 'line', hint: 'YYYY-MM-DD' };
    case 'text': return { ...base, kind: 'text' };
  }
}

function fieldsFor(action: string, step: RunStep | undefined, t: Translate): readonly FormField[] {
  const note: FormField = { kind: 'text', name: 'note', label: t('joint.field.note'), isOptional: true };
  const reason: FormField = { kind: 'text', name: 'reason', label: t('joint.field.reason') };
  if (action === 'urge-step') return [];
  if (action === 'finish-step' || action === 'fail-step') {
    const photos: FormField = { kind: 'photos', name: 'photos', label: t('joint.field.photos'), isOptional: (step?.minPhotos ?? 0) === 0 };
    return [...(step?.fields ?? []).map(toFormField), photos, action === 'fail-step' ? reason : note];
  }
  return [reason];
}

/** What a person may do with a run, step by step. What needs a visit on the spot is not offered at the desk. */
export function runOffers({ run, actions }: RunView, t: Translate): ActionOffer[] {
  return actions.flatMap(({ stepId, actions: of }) => {
    const step = run.steps.find(({ id }) => id === stepId);
    return of.filter((action) => !(step?.isScanRequired && (action === 'finish-step' || action === 'fail-step'))).map((action) => ({
      action: stepId === null ? action : `${action}${SEPARATOR}${stepId}`,
      label: t(`joint.action.${action}`, { step: step?.name ?? '' }), fields: fieldsFor(action, step, t),
    }));
  });
}

/** The wish behind a chosen offer. */
export function runWish(offer: string, given: Readonly<Record<string, unknown>>): { readonly action: string; readonly payload: Record<string, unknown> } {
  const [action = '', stepId] = offer.split(SEPARATOR);
  const values = Object.fromEntries(Object.entries(given).filter(([name]) => name.startsWith('v:')).map(([name, value]) => [name.slice(2), value]));
  const plain = Object.fromEntries(Object.entries(given).filter(([name]) => !name.startsWith('v:')));
  return { action, payload: { ...plain, ...(stepId ? { stepId } : {}), ...(Object.keys(values).length > 0 ? { values } : {}) } };
}
