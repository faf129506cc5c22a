import type { PushFindings } from './findings.ts';
import { WAY_NAMES } from './ways.ts';
import type { WayName } from './ways.ts';

const TITLES: Readonly<Record<WayName, string>> = {
  naive: 'naive  逐条 JSON', json: 'json   成批 JSON', ours: 'ours   本产品', bare: 'bare   裸 WebSocket 上限',
};

/** Width on a terminal, where a Chinese character takes two cells. */
function widthOf(text: string): number {
  return [...text].reduce((width, char) => width + (char.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = heads.map((head, column) => Math.max(widthOf(head), ...rows.map((row) => widthOf(row[column] ?? ''))));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => {
    const pad = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
    return column === 0 ? cell + pad : pad + cell;
  }).join('  ');
  return [line(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)];
}

function kb(bytes: number): string {
  return `${Math.round(bytes / 1024).toLocaleString('en')} KB`;
}

function ms(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '—' : `${value.toFixed(1)} ms`;
}

export function throughputLines({ throughput }: PushFindings, walls: number): string[] {
  const rows = WAY_NAMES.map((way) => {
    const found = throughput[way];
    return [TITLES[way], `${(found.deliveriesPerCpuS / 1e6).toFixed(2)} M`, (1e6 / found.deliveriesPerCpuS).toFixed(3), found.bytesPerPosition.toFixed(2), `${Math.round(found.arrivedShare * 100)} %`];
  });
  return ['', `送达能力（${walls} 块大屏，5,000 个单位，每批 500 条）`, ...table(['方式', '送达/CPU 秒', '微秒/条', '字节/条', '送到'], rows)];
}

export function rateLines({ rate }: PushFindings, walls: number): string[] {
  const rows = WAY_NAMES.flatMap((way) => {
    const found = rate[way];
    if (found === undefined) return [];
    return [[TITLES[way], ms(found.p50Ms), ms(found.p99Ms), `${Math.round(found.cpuShare * 100)} %`, found.bytesPerPosition.toFixed(2), `${Math.round(found.arrivedShare * 100)} %`]];
  });
  return ['', `每秒 5,000 条 × ${walls} 块大屏（发布到收到）`, ...table(['方式', 'p50', 'p99', '占一核', '字节/条', '送到'], rows)];
}

export function stallLines({ stall }: PushFindings): string[] {
  const rows = WAY_NAMES.flatMap((way) => {
    const found = stall[way];
    return found === undefined ? [] : [[TITLES[way], kb(found.heldBytes), kb(found.swallowedBytes), ms(found.p99UnstalledMs), ms(found.p99Ms)]];
  });
  return ['', '一块大屏停住，其余照常', ...table(['方式', '服务器多占', '恢复后须收', '其余 p99（停前）', '其余 p99（停时）'], rows)];
}

/** Each figure to reach beside what was found. */
export function judgementLines({ throughput, rate, stall }: PushFindings): string[] {
  const { naive, json, ours, bare } = throughput;
  const ratio = (other: { deliveriesPerCpuS: number }): number => ours.deliveriesPerCpuS / other.deliveriesPerCpuS;
  const p99Ms = rate.ours?.p99Ms ?? NaN;
  const cpuShare = rate.ours?.cpuShare ?? NaN;
  const heldBytes = stall.ours?.heldBytes ?? NaN;
  const judged: readonly (readonly [string, string, string, boolean])[] = [
    ['P1 比逐条 JSON', `${Math.round(ratio(naive))} 倍`, '≥ 300 倍', ratio(naive) >= 300],
    ['P1 比成批 JSON', `${ratio(json).toFixed(1)} 倍`, '≥ 3 倍', ratio(json) >= 3],
    ['P1 比裸 WebSocket', ratio(bare).toFixed(2), '≥ 0.6', ratio(bare) >= 0.6],
    ['P2 字节/条', ours.bytesPerPosition.toFixed(2), '≤ 6（力争 4）', ours.bytesPerPosition <= 6],
    ['P3 p99', ms(p99Ms), '≤ 15 ms', p99Ms <= 15],
    ['P3 占一核', `${Math.round(cpuShare * 100)} %`, '≤ 35 %', cpuShare <= 0.35],
    ['P4 停住的大屏占内存', kb(heldBytes), '≤ 256 KB', heldBytes <= 256 * 1024],
  ];
  const rows = judged.map(([title, found, target, isMet]) => [title, found, target, isMet ? '达到' : '未达']);
  return ['', ...table(['指标', '实测', '目标', ''], rows)];
}
