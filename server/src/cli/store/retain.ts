import { systemClock } from '../../platform/clock.ts';
import { StoreUnavailable } from '../../platform/store-unavailable.ts';
import { RETENTION_COUNTS, type RetentionReport, type RetentionStepName } from '../../features/retention/retention.api.ts';
import { openRetention } from '../../open-retention.ts';
import { Progress, type Screen } from '../progress.ts';
import { CliRefusal } from '../refusals.ts';
import { nameOf, withTarget } from './open-store.ts';
import type { Reporter } from './reporter.ts';

const STEP_NAMES: Readonly<Record<RetentionStepName, string>> = { tracks: '抽稀轨迹（天）', cases: '归档案件', reporters: '删除诉求人信息', sessions: '删除会话', audit: '清理审计日志' };

const COUNT_NAMES: Readonly<Record<(typeof RETENTION_COUNTS)[number], string>> = {
  fixesThinned: '轨迹抽去的点', fixesDeleted: '轨迹到期删除的点', casesArchived: '归档的案件', reportersErased: '删除诉求人信息的案件', eventsRewritten: '其中改写的记录',
  attachmentsDeleted: '其中删除的附件', sessionsDeleted: '删除的会话', auditDeleted: '到期删除的审计记录',
};

function reportLines({ edition, isConfirmed, done, isDryRun }: RetentionReport): string[] {
  const named = RETENTION_COUNTS.map((name) => `  ${COUNT_NAMES[name]} ${done[name].toLocaleString('en-US')}`);
  return [`留存期限“${edition}”${isConfirmed ? '' : '（默认值，县里尚未确认）'}${isDryRun ? '：只看会做什么，什么都没有改' : ''}`, ...named];
}

/** 留存: one run over a store that no server uses now, or over MongoDB beside its servers. */
export async function retain(address: string, isDryRun: boolean, reporter: Reporter, screen: Screen): Promise<void> {
  // Held alone for a moment: another program over an embedded store would not see what is written here.
  await withTarget(address, async () => undefined);
  const { retention, close } = await openRetention(address, systemClock);
  const progress = new Progress(screen, () => Date.now());
  try {
    const report = await retention.run({ isDryRun, rest: () => new Promise((resolve) => void setImmediate(resolve)), onProgress: (step, done, total) => progress.set(STEP_NAMES[step], done, total) });
    progress.end();
    for (const line of reportLines(report)) reporter.say(line);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    throw new CliRefusal('STORE_BROKE_OFF', { file: nameOf(address), detail: error.message });
  } finally {
    await close();
  }
}
