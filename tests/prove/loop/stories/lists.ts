import { filed, page, reported } from '../cases.ts';
import { shown } from '../clock.ts';
import { done, holds, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';
import type { World } from '../world.ts';

interface Edition { readonly version: string; readonly standing: string; readonly columns: readonly string[]; readonly rows?: readonly (readonly string[])[]; readonly text?: string }

async function inForce(world: World, kind: string): Promise<Edition> {
  const admin = await world.as('guanli');
  const head = (await admin.read<Edition[]>(`/lists/${kind}/versions`)).find(({ standing }) => standing === 'in-force')!;
  return admin.read<Edition>(`/lists/${kind}/versions/${encodeURIComponent(head.version)}`);
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const asCsv = ({ columns, rows = [] }: Edition): string => [columns, ...rows].map((row) => row.map(quoted).join(',')).join('\n');

/** Lists that a county edits: refused whole, or in force from their day. */
export const LIST_STORIES: readonly Story[] = [
  {
    name: 'a list with faults is refused whole, with the lines',
    from: '2026-10-12T09:00',
    async play(world) {
      const before = await (await world.as('guanli')).read<Edition[]>('/lists/case-types/versions');
      const lines = asCsv(await inForce(world, 'case-types')).split('\n');
      lines[2] = lines[2]!.replace('司法所', '无此部门');
      lines[4] = lines[4]!.replace('工作日', '旬');
      const reply = await (await world.as('guanli')).post('/lists/case-types/versions', { version: '坏', effectiveFrom: '2026-10-12', isConfirmed: true, text: lines.join('\n') });
      const { refusal } = refused('publish', reply, 'LIST_REFUSED');
      holds(`lines are named: ${JSON.stringify(refusal.problems)}`, (refusal.problems ?? []).length > 0 && refusal.problems!.every(({ line }) => line > 1));
      same('editions', (await (await world.as('guanli')).read<Edition[]>('/lists/case-types/versions')).length, before.length);
      return (refusal.problems ?? []).map(({ line, column, reason }) => `line ${line} ${column} ${reason}`).slice(0, 2).join('; ');
    },
  },
  {
    name: 'a new edition changes later cases only',
    from: '2026-10-12T09:30',
    async play(world) {
      const old = await filed(world, { typeCode: 'E0104' });
      const dueAt = (await page(world, old)).row.clock?.dueAt ?? 0;
      const edition = await inForce(world, 'case-types');
      const value = edition.columns.findIndex((column) => column === '处置时限');
      const rows = (edition.rows ?? []).map((row) => (row[0] === 'E0104' ? row.map((cell, i) => (i === value ? '1小时' : cell)) : row));
      done('publish', await (await world.as('guanli')).post('/lists/case-types/versions', { version: '县定', effectiveFrom: '2026-10-13', isConfirmed: true, text: asCsv({ ...edition, rows }) }));
      await world.to('2026-10-13T09:00');
      const fresh = await reported(world, { typeCode: 'E0104' });
      same('the old one keeps its due time', (await page(world, old)).row.clock?.dueAt, dueAt);
      const clock = (await page(world, fresh)).row.clock!;
      same('the new one has one hour', clock.dueAt - world.clock.now(), 3_600_000);
      return `two hours before, due ${shown(dueAt)}; one hour from its day on`;
    },
  },
  {
    name: 'a calendar with holes is refused',
    from: '2026-10-12T10:00',
    async play(world) {
      const { text = '' } = await inForce(world, 'work-calendar');
      const broken = JSON.parse(text) as { seasons: { from: string; to: string }[] };
      broken.seasons[0]!.to = '08-31';
      const reply = await (await world.as('guanli')).post('/lists/work-calendar/versions', { version: '坏', effectiveFrom: '2026-10-12', isConfirmed: true, text: JSON.stringify(broken, null, 1) });
      const { refusal } = refused('publish', reply, 'LIST_REFUSED');
      return (refusal.problems ?? []).map(({ line, reason }) => `line ${line}: ${reason}`).slice(0, 1).join('');
    },
  },
  {
    name: 'the calendar of the coming year is missing: a warning, not a silent wrong date',
    from: '2026-11-24T09:00',
    async play(world) {
      const { board } = await (await world.as('zhibanzhang')).read<{ board: { missingYears: number[]; guessedCount: number } }>('/boards/calendar');
      same('missing', board.missingYears, [2027]);
      return `2027 named as missing, ${board.guessedCount} running limits marked as a guess`;
    },
  },
  {
    name: 'who may not edit lists does not',
    from: '2026-10-12T10:30',
    async play(world) {
      const wish = { version: 'x', effectiveFrom: '2026-10-12', isConfirmed: true, text: '{}' };
      refused('a dispatcher', await (await world.as('paiqian')).post('/lists/case-rules/versions', wish), 'ACTION_FORBIDDEN');
      refused('the commander of one township', await (await world.as('zhihuizhang')).post('/lists/case-rules/versions', wish), 'ACTION_FORBIDDEN');
      return 'neither a dispatcher nor the commander of one township';
    },
  },
];
