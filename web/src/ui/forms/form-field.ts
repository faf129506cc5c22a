/** One thing that can be chosen. `note`: what tells it from others of its name, such as a post or a village. */
export interface FormChoice {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

interface FieldBase {
  /** Key in the payload. */
  readonly name: string;
  readonly label: string;
  /** Said under the field: what is meant, or where its value comes from. */
  readonly hint?: string;
  readonly isOptional?: boolean;
}

/**
 * One field of a form. What each puts into the draft: `line`, `text` (several lines), `choice` (few, all in sight), `pick`
 * (one of many, found by typing: persons, departments, items of a list): a string; `picks`: an array of strings; `instant`:
 * epoch ms of a local date and time; `number`: a number; `yes-no`: a boolean; `photos`: an array of attachment ids.
 */
export type FormField =
  | (FieldBase & { readonly kind: 'line' | 'text'; readonly maxLength?: number; readonly keyboard?: 'tel' })
  | (FieldBase & { readonly kind: 'choice' | 'pick' | 'picks'; readonly choices: readonly FormChoice[] })
  | (FieldBase & { readonly kind: 'instant' | 'yes-no' | 'photos' })
  | (FieldBase & { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly step?: number; readonly unit?: string });

/** What has been filled in so far, by name of field. */
export type FormDraft = Readonly<Record<string, unknown>>;

/** What the server said to a form: what was made, or why not, by a refusal code. */
export type FormAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly detail: string | null; readonly body: unknown };

/** Whether nothing was given. `false` and 0 are answers. */
export function isEmptyValue(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

/** The first field that must still be filled; null when the form can be sent. */
export function firstEmpty(fields: readonly FormField[], draft: FormDraft): FormField | null {
  return fields.find((field) => !field.isOptional && isEmptyValue(draft[field.name])) ?? null;
}

/** The draft without what was left empty, as a payload. */
export function payloadOf(fields: readonly FormField[], draft: FormDraft): Record<string, unknown> {
  return Object.fromEntries(fields.filter(({ name }) => !isEmptyValue(draft[name])).map(({ name }) => [name, draft[name]]));
}
