import { join } from 'node:path';
import type { CaseRules } from '@wangge/shared/district';
import { jsonKind } from '../lists/json-kind.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';
import { caseRulesSchema } from './defaults/rules-files.ts';

const FOLDER = join(import.meta.dirname, 'defaults');

/** 办理规则: limits of the steps and the figures by which handling is judged. */
export const caseRulesKind: ListKind<CaseRules> = jsonKind({ kind: 'case-rules', name: '办理规则', file: join(FOLDER, 'case-rules.json'), schema: caseRulesSchema });

export const districtKinds: readonly ListKind[] = [caseRulesKind];
