import { join, relative, sep } from 'node:path';
import type { Rule } from 'eslint';
import { refuseImport } from './check-import.ts';

const ROOT = join(import.meta.dirname, '../..');

interface ImportSource {
  readonly source?: Rule.Node | { readonly type: string; readonly value?: unknown } | null;
}

/** The import table as a lint rule, so that an offence shows in the editor on the line that makes it. */
export const importRule: Rule.RuleModule = {
  meta: { type: 'problem', schema: [], messages: { refused: 'May not be imported here: {{reason}}' } },
  create(context) {
    const file = relative(ROOT, context.filename).split(sep).join('/');
    const check = (node: Rule.Node & ImportSource): void => {
      const source = node.source;
      if (source?.type !== 'Literal' || !('value' in source) || typeof source.value !== 'string') return;
      const reason = refuseImport(file, source.value);
      if (reason !== undefined) context.report({ node, messageId: 'refused', data: { reason } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
