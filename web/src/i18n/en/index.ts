import { field } from './field.ts';
import { map } from './map.ts';
import { wall } from './wall.ts';

/** English; what is missing falls back to Chinese. */
export const en = { field, map, wall };
