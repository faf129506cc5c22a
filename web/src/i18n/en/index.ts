import { field } from './field.ts';

/** English; what is missing falls back to Chinese. */
export const en = { field };
