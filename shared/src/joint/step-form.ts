import type { StepField } from './matter-template.ts';
import type { StepValue } from './matter-run.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MAX_TEXT = 500;

function fits({ kind, choices }: StepField, value: StepValue): boolean {
  switch (kind) {
    case 'yes-no': return typeof value === 'boolean';
    case 'number': return typeof value === 'number' && Number.isFinite(value);
    case 'date': return typeof value === 'string' && DAY.test(value);
    case 'choice': return typeof value === 'string' && (choices ?? []).includes(value);
    case 'text': return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_TEXT;
  }
}

/** Name of the first entry of a form that is missing, of another kind than asked, or not asked for; null when the form is in order. */
export function formFault(fields: readonly StepField[], values: Readonly<Record<string, StepValue>>): string | null {
  const wrong = fields.find((field) => {
    const value = values[field.key];
    return value === undefined ? field.isRequired : !fits(field, value);
  });
  const unknown = Object.keys(values).find((key) => !fields.some((field) => field.key === key));
  return wrong?.name ?? unknown ?? null;
}

/** The points to check that were answered with no. */
export function failedChecks(fields: readonly StepField[], values: Readonly<Record<string, StepValue>>): string[] {
  return fields.filter(({ kind, key }) => kind === 'yes-no' && values[key] === false).map(({ name }) => name);
}
