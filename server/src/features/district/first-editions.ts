import type { District } from '@wangge/shared/district';
import type { FirstEdition } from '../lists/default-edition.api.ts';
import { writeCaseTypeTable } from './defaults/case-type-table.ts';

/** Tables that came with the district as it was made or imported: their first editions. Those of a county's own import are confirmed. */
export function firstEditions({ caseTypes, caseTypesVersion, calendar, rules }: District): readonly FirstEdition[] {
  const isDefault = (version: string): boolean => version.startsWith('默认值');
  const settings = (kind: string, { version, effectiveFrom: _day, ...content }: { readonly version: string; readonly effectiveFrom: string }): FirstEdition =>
    ({ kind, version, isConfirmed: !isDefault(version), content, text: `${JSON.stringify(content, null, 2)}\n` });
  return [
    { kind: 'case-types', version: caseTypesVersion, isConfirmed: !isDefault(caseTypesVersion), content: caseTypes, text: writeCaseTypeTable(caseTypes) },
    settings('work-calendar', calendar), settings('case-rules', rules),
  ];
}
