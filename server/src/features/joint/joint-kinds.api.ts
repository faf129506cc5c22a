import { join } from 'node:path';
import { z } from 'zod';
import { ROLES } from '@wangge/shared/access';
import { LIMIT_UNITS } from '@wangge/shared/calendar';
import { STEP_FIELD_KINDS, templateProblems, type JointRules, type MatterTemplate } from '@wangge/shared/joint';
import { jsonKind, type PathProblem } from '../lists/json-kind.api.ts';
import type { ListContext, ListKind } from '../lists/list-kind.api.ts';

const FOLDER = join(import.meta.dirname, 'defaults');

/** Owner of a step that is whichever village committee the matter happens in. */
export const VILLAGE_OWNER = '村(社区)';

const name = z.string().min(1, '不能为空').max(60);
const limit = z.strictObject({ value: z.number().positive('时限应大于 0'), unit: z.enum(LIMIT_UNITS) });

const step = z.strictObject({
  id: name, name, owner: name, after: z.array(name), limit, minPhotos: z.number().int().min(0).max(9), isScanRequired: z.boolean(),
  fields: z.array(z.strictObject({
    key: name, name, kind: z.enum(STEP_FIELD_KINDS), isRequired: z.boolean(), choices: z.array(name).optional(),
  }).transform(({ choices, ...field }) => (choices ? { ...field, choices } : field))),
});

const templates = z.array(z.strictObject({
  code: name, name, triggers: z.array(name), openers: z.array(z.enum(ROLES)).min(1, '至少一个角色可以开启'), hasSite: z.boolean(), steps: z.array(step),
}));

function unknownOwners(content: readonly MatterTemplate[], { hasDepartment }: ListContext): PathProblem[] {
  return content.flatMap((template, t) => template.steps.flatMap((one, s) =>
    (one.owner === VILLAGE_OWNER || hasDepartment(one.owner) ? [] : [{ path: `${t}.steps.${s}.owner`, reason: `没有部门“${one.owner}”` }])));
}

/** 一件事模板: the matters that several departments handle as one. A set with a ring or a step that waits for nothing is refused whole. */
export const matterTemplatesKind: ListKind<readonly MatterTemplate[]> = jsonKind({
  kind: 'matter-templates', name: '一件事模板', file: join(FOLDER, 'matter-templates.json'), schema: templates as z.ZodType<readonly MatterTemplate[]>,
  check: (content, context) => [...templateProblems(content), ...unknownOwners(content, context)],
});

/** 联合处置规则: how long supporters have, how near a scan must be. */
export const jointRulesKind: ListKind<JointRules> = jsonKind({
  kind: 'joint-rules', name: '联合处置规则', file: join(FOLDER, 'joint-rules.json'),
  schema: z.strictObject({
    supportLimits: z.strictObject({ normal: limit, urgent: limit, critical: limit }), scanRadiusM: z.number().min(10).max(1_000),
  }),
});

export const jointKinds: readonly ListKind[] = [matterTemplatesKind, jointRulesKind];
