import type { Verdict } from '@wangge/shared/draw';

const POOLS = { items: '抽查事项清单', objects: '检查对象名录库', inspectors: '执法检查人员名录库' } as const;

/** A verdict in one sentence and as an exit code: 0 the same, 1 different, 2 not drawn yet. */
export function sayVerdict(verdict: Verdict): { readonly sentence: string; readonly exitCode: number } {
  const differs = (what: string, recorded: string | number, found: string | number): { sentence: string; exitCode: number } =>
    ({ sentence: `不同：${what}\n  记录  ${recorded}\n  复核  ${found}`, exitCode: 1 });
  const time = (at: number): string => new Date(at).toISOString();
  switch (verdict.kind) {
    case 'same': return { sentence: `相同：${verdict.objects} 户、${verdict.inspectors} 人次，补抽 ${verdict.recusals} 次，名单逐一相符`, exitCode: 0 };
    case 'not-drawn': return { sentence: '尚未抽取：名录与指纹相符，种子还未公布', exitCode: 2 };
    case 'pool-changed': return differs(`${POOLS[verdict.pool]}与冻结时的指纹不符`, verdict.recorded, verdict.found);
    case 'seed-differs': return differs('种子与事先公布的承诺不符', verdict.recorded, verdict.found);
    case 'drawn-too-early': return differs('抽取早于公布的时刻', `抽取 ${time(verdict.drawnAt)}`, `公布 ${time(verdict.drawAt)}`);
    case 'slot-differs': return differs(`名单第 ${verdict.place} 户`, verdict.recorded, verdict.found);
    case 'recusal-differs': return differs(`第 ${verdict.number} 次补抽`, verdict.recorded, verdict.found);
  }
}
