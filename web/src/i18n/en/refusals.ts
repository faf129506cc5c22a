import type { RefusalCode } from '@wangge/shared/base';

/** Refusals in English; the codes are the catalogue's, and those of what never reached the server. */
export const refusals: Readonly<Record<RefusalCode | 'UNREACHABLE' | 'OTHER', string>> = {
  BODY_MALFORMED: 'The content is not valid JSON', BODY_TOO_LARGE: 'The content is too large', FIELD_INVALID: 'A field is not valid', FIELD_UNKNOWN: 'A field is unknown',
  NOT_FOUND: 'There is no such thing', RATE_LIMITED: 'Too many requests, please wait', NOT_SIGNED_IN: 'Please sign in again', SIGN_IN_FAILED: 'Account or password is wrong',
  ACCOUNT_LOCKED: 'Locked after too many tries; try again in 15 minutes', ACTION_FORBIDDEN: 'This role may not do that', ORIGIN_FORBIDDEN: 'Requests from there are not allowed',
  API_KEY_INVALID: 'The key is not valid', IDEMPOTENCY_KEY_MISSING: 'Idempotency-Key is missing', IDEMPOTENCY_KEY_REUSED: 'This Idempotency-Key was used for other content',
  CASE_SUPPORTS_OPEN: 'Support or a step of the joint matter is still open', CASE_NOT_SERIOUS: 'Only a serious case is taken to a joint meeting',
  OBJECT_NOT_FOUND: 'There is no such object',
  OBJECT_REVISION_CONFLICT: 'Somebody was faster. Look at the present state and act again',
  OBJECT_ACTION_NOT_IN_STATE: 'This cannot be done at this step',
  OBJECT_FIELD_REQUIRED: 'Something required is missing',
  CASE_NOT_FOUND: 'There is no such case', CASE_REVISION_CONFLICT: 'Somebody was faster; please look at the case again', CASE_ACTION_NOT_IN_STATE: 'Not possible in this step',
  CASE_FIELD_REQUIRED: 'Something required is missing', CASE_TYPE_UNKNOWN: 'There is no such type', CASE_OUTSIDE_DISTRICT: 'The place lies outside the district',
  CASE_SEPARATION_OF_DUTIES: 'Who handled a case may not check or close it', CASE_NOT_YOUR_UNIT: 'This case is not with your unit',
  CASE_SUSPEND_NOT_ALLOWED: 'Cases of this type cannot be suspended', CASE_EXTENSION_NOT_ALLOWED: 'This case cannot be extended again',
  CASE_DUE_NOT_LATER: 'The new due time must be later', ORDER_UNDO_EXPIRED: 'Ten seconds are over; please redirect instead', ORDER_TOO_FAR: 'Too far from the case to count as arrived',
  TEAM_UNKNOWN: 'There is no such team', DEPARTMENT_UNKNOWN: 'There is no such department', COORDINATE_INVALID: 'No such place on earth', DATUM_UNKNOWN: 'Unknown datum',
  ATTACHMENT_TYPE_REFUSED: 'Only JPEG, PNG and WebP are taken', POSITION_REFUSED: 'The position cannot be used', PROTOCOL_TOO_OLD: 'Please reload this page',
  LIST_UNKNOWN: 'There is no such list or edition',
  LIST_REFUSED: 'The list has problems; nothing of it was taken',
  STORE_UNAVAILABLE: 'Cannot be saved right now, please try again', INTERNAL_FAULT: 'Something broke; it was noted',
  UNREACHABLE: 'No connection to the server', OTHER: 'Not done, please try again later',
};
