import type { ListVersion } from '@wangge/shared/lists';
import { DEFAULT_EDITION } from '../lists/default-edition.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';
import { createCallRules } from './call-rules.api.ts';

const read = new Map<string, ListVersion>();

function inForce<Content>(kind: ListKind<Content>): ListVersion<Content> {
  let found = read.get(kind.kind);
  if (!found) {
    const { content } = kind.read(kind.defaultText(), { hasDepartment: () => true, contentOf: () => undefined });
    read.set(kind.kind, (found = { kind: kind.kind, ...DEFAULT_EDITION, content }));
  }
  return found as ListVersion<Content>;
}

/** The lists of calls as they ship with the product, for specs. */
export const defaultCallRules = createCallRules({ inForce });
