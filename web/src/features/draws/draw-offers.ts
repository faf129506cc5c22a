import { OUTCOMES, type DrawDetail } from '@wangge/shared/draw';
import type { ActionOffer } from '../../ui/forms/ActionButtons.vue';
import type { FormField } from '../../ui/forms/form-field.ts';

type Say = (key: string) => string;

/** Between object and inspector in the value of the one choice that names both. */
const JOINT = '|';

/** What may be done with a draw now, with the form of each; an announced moment that has not come leaves out the draw itself. */
export function drawOffers(detail: DrawDetail, now: number, t: Say): ActionOffer[] {
  const open = detail.drawn.filter(({ outcome }) => outcome === null);
  const pairs = open.flatMap(({ objectCode, objectName, inspectors }) =>
    inspectors.map(({ code, name, unit }) => ({ value: `${objectCode}${JOINT}${code}`, label: `${name} · ${objectName}`, note: unit })));
  const text = (name: string): FormField => ({ kind: 'text', name, label: t(`draws.field.${name}`) });
  const fields: Readonly<Record<string, readonly FormField[]>> = {
    cancel: [text('reason')],
    recuse: [{ kind: 'pick', name: 'pair', label: t('draws.field.inspector'), choices: pairs }, text('reason')],
    record: [
      { kind: 'pick', name: 'objectCode', label: t('draws.field.object'), choices: open.map(({ objectCode, objectName }) => ({ value: objectCode, label: objectName, note: objectCode })) },
      { kind: 'choice', name: 'outcome', label: t('draws.field.outcome'), choices: OUTCOMES.map((value) => ({ value, label: t(`draws.outcome.${value}`) })) },
      text('note'), { kind: 'photos', name: 'photos', label: t('draws.field.photos'), isOptional: true },
    ],
  };
  return detail.allowed.filter((action) => action !== 'draw' || now >= detail.drawAt)
    .map((action) => ({ action, label: t(`draws.action.${action}`), ...(fields[action] ? { fields: fields[action] } : {}) }));
}

/** The payload as the server takes it: the one choice of object and inspector becomes two fields. */
export function drawPayload({ pair, ...payload }: Readonly<Record<string, unknown>>): object {
  if (typeof pair !== 'string') return payload;
  const [objectCode, inspectorCode] = pair.split(JOINT);
  return { ...payload, objectCode, inspectorCode };
}
