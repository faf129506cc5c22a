import type { MatterStep, MatterTemplate } from './matter-template.ts';

/** One thing wrong with the templates. `path`: the template by its place, and if one is to blame the step: `0.steps.2`. */
export interface TemplateProblem {
  readonly path: string;
  readonly reason: string;
}

/** Ids of the steps on a ring, in order, the first one again at the end; null when the steps have an order. */
function findRing(steps: readonly MatterStep[]): string[] | null {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const isCleared = new Set<string>();
  function walk(id: string, path: readonly string[]): string[] | null {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (isCleared.has(id)) return null;
    for (const before of byId.get(id)?.after ?? []) {
      const ring = walk(before, [...path, id]);
      if (ring) return ring;
    }
    isCleared.add(id);
    return null;
  }
  for (const { id } of steps) {
    const ring = walk(id, []);
    if (ring) return ring;
  }
  return null;
}

function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}

function problemsOf({ name, steps, hasSite }: MatterTemplate, index: number): TemplateProblem[] {
  const known = new Set(steps.map(({ id }) => id));
  const at = (step: MatterStep | undefined, reason: string): TemplateProblem =>
    ({ path: step ? `${index}.steps.${steps.lastIndexOf(step)}` : `${index}.steps`, reason: `“${name}”${step ? `的“${step.name}”` : ''}：${reason}` });
  const ofId = (id: string | undefined): MatterStep | undefined => steps.findLast((step) => step.id === id);
  const ring = findRing(steps);
  return [
    ...(steps.length === 0 ? [at(undefined, '没有环节')] : []),
    ...twice(steps.map(({ id }) => id)).map((id) => at(ofId(id), `环节编号 ${id} 重复`)),
    ...steps.flatMap((step) => step.after.filter((id) => !known.has(id)).map((id) => at(step, `前置环节 ${id} 不存在`))),
    ...(ring ? [at(ofId(ring[0]), `环节互为前置：${[...ring].reverse().join(' → ')}`)] : []),
    ...steps.flatMap((step) => twice(step.fields.map(({ key }) => key)).map((key) => at(step, `表单项 ${key} 重复`))),
    ...steps.flatMap((step) => step.fields.filter((f) => f.kind === 'choice' && !f.choices?.length).map((f) => at(step, `表单项 ${f.key} 没有选项`))),
    ...steps.filter((step) => step.isScanRequired && !hasSite).map((step) => at(step, '没有工地的事项不能要求扫码')),
  ];
}

/** All that is wrong with a set of templates: codes used twice, steps that wait for each other or for nothing that exists. Empty when they can be used. */
export function templateProblems(templates: readonly MatterTemplate[]): TemplateProblem[] {
  const codes = templates.map(({ code }) => code);
  return [
    ...twice(codes).map((code) => ({ path: `${codes.lastIndexOf(code)}`, reason: `模板编码 ${code} 重复` })),
    ...templates.flatMap(problemsOf),
  ];
}

/** The steps in the order they can be taken: each group opens when the groups before it are done; those of one group run side by side. */
export function stepGroups<Step extends Pick<MatterStep, 'id' | 'after'>>(steps: readonly Step[]): Step[][] {
  const depths = new Map<string, number>();
  const depthOf = (step: Step): number => {
    const known = depths.get(step.id);
    if (known !== undefined) return known;
    const before = steps.filter(({ id }) => step.after.includes(id));
    const depth = before.length === 0 ? 0 : 1 + Math.max(...before.map(depthOf));
    depths.set(step.id, depth);
    return depth;
  };
  const groups: Step[][] = [];
  for (const step of steps) (groups[depthOf(step)] ??= []).push(step);
  return groups;
}
