import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { CallsBoard } from '@wangge/shared/call';
import type { DrawsBoard } from '@wangge/shared/draw';
import type { EnforcementBoard } from '@wangge/shared/enforcement';
import type { JointBoard } from '@wangge/shared/joint';
import type { ServiceBoard } from '@wangge/shared/matter';
import type { OversightBoard } from '@wangge/shared/oversight';
import type { PatrolBoard } from '@wangge/shared/patrol';
import type { BoardAnswer, BoardSheet, SheetPage, SheetRow } from '@wangge/shared/wire';
import { isAlive, tile } from '../actions/wall.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();
let page: Page;

beforeAll(async () => {
  ({ page } = await visits.open(`${product.wallUrl}&scene=calls`, { isLong: true }));
  await isAlive(page);
});

/** What the wall's own session reads. */
async function read<T>(path: string): Promise<T> {
  const answer = await page.request.get(new URL(path, page.url()).href);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return await answer.json() as T;
}

const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);

/** Of each board, what its tile says of each number that it opens. */
const SAYS: Readonly<Record<string, (board: never) => Readonly<Record<string, number>>>> = {
  oversight: ({ unfinished, lateReplies, month }: OversightBoard) => ({ ...unfinished, 'late-replies': lateReplies, opened: month.opened, replied: month.replied, 'struck-off': month.struckOff }),
  calls: ({ running, results, towns }: CallsBoard) => ({
    running: running.length, sent: sum(results.map(({ calls }) => calls)), responded: sum(results.map(({ responded }) => responded.inTime)), finished: sum(results.map(({ finished }) => finished.inTime)),
    rated: sum(results.map(({ rated }) => rated)), ...Object.fromEntries(results.map(({ departmentId, calls }) => [`to-${departmentId}`, calls])), ...Object.fromEntries(towns.map(({ townCode, calls }) => [`whistle-${townCode}`, calls])),
  }),
  joint: ({ matters, sites }: JointBoard) => ({
    running: sum(matters.map(({ running }) => running)), late: sum(matters.map(({ late }) => late)), building: sites.building, 'scans-today': sites.scansToday, 'scans-month': sites.scansThisMonth, 'scans-total': sites.scansTotal,
    'visits-due': sum(sites.visits.map(({ open }) => open)), 'visits-done': sum(sites.visits.map(({ done }) => done)), ...Object.fromEntries(matters.map(({ code, running }) => [`matter-${code}`, running])),
  }),
  enforcement: ({ open, late, openedThisMonth, endedThisMonth, decidedInTime, publishedInTime, raidsToday, procedures, stages }: EnforcementBoard) => ({
    open, late, opened: openedThisMonth, ended: endedThisMonth, decided: decidedInTime.part, published: publishedInTime.part, raids: raidsToday.length,
    ...Object.fromEntries(procedures.map(({ procedure, openedThisMonth: n }) => [`opened-${procedure}`, n])),
    ...Object.fromEntries(stages.filter(({ state }) => !['on-spot', 'registered', 'reviewing', 'reviewed'].includes(state)).map(({ state, count }) => [`stage-${state}`, count])),
    'stage-reviewing': sum(stages.filter(({ state }) => state === 'reviewing' || state === 'reviewed').map(({ count }) => count)),
  }),
  draws: ({ current, year }: DrawsBoard) => ({
    year: year.draws,
    ...(current && {
      objects: current.figures.objects, inspectors: current.figures.inspectors, checked: current.figures.checked, problems: current.figures.problems, 'in-time': current.figures.inTime, late: current.figures.late,
      waiting: current.figures.waiting,
    }),
  }),
  service: ({ today, month, proxy, inHand, supplement, lateCount, nodes }: ServiceBoard) => ({
    late: lateCount, received: today.received, 'handed-over': today.handedOver, 'on-time': month.onTime, proxy: proxy.taken, 'in-hand': inHand, supplement,
    ...Object.fromEntries(nodes.map(({ node, inHand: n }) => [`node-${node}`, n])),
  }),
  patrol: ({ coverage, overdue, visitsToday, unvisitedCount }: PatrolBoard) => ({ coverage: coverage.fulfilled, overdue, today: visitsToday, unvisited: unvisitedCount }),
};

/** The board's numbers beside those of its sheets, all of one moment: read again when the demo went on in between. */
async function bothOf(board: string): Promise<{ readonly said: Readonly<Record<string, number>>; readonly counted: Readonly<Record<string, number>> }> {
  for (;;) {
    const before = await read<BoardAnswer>(`/api/v1/boards/${board}`);
    const { figures } = await read<BoardSheet>(`/api/v1/boards/${board}/sheet`);
    const after = await read<BoardAnswer>(`/api/v1/boards/${board}`);
    const says = SAYS[board] as unknown as (picture: object) => Readonly<Record<string, number>>;
    if (JSON.stringify(says(before.board)) === JSON.stringify(says(after.board))) return { said: says(after.board), counted: Object.fromEntries(figures.map(({ name, count }) => [name, count])) };
  }
}

const pageOf = (board: string, { kind, id }: SheetRow): string => (kind === 'case' ? `/api/v1/cases/${id}/course` : `/api/v1/boards/${board}/object?${new URLSearchParams({ kind, id })}`);

describe('a number on a tile of governance', () => {
  it.for(Object.keys(SAYS))('on the board %s is what its sheet lists, row by row, and each row has its page', async (board) => {
    const { said, counted } = await bothOf(board);
    expect(counted).toEqual(said);
    for (const name of Object.keys(counted)) {
      const { figures, rows, total } = await read<BoardSheet>(`/api/v1/boards/${board}/sheet?figure=${name}`);
      const figure = figures.find((one) => one.name === name);
      if (total <= rows.length) expect([sum(rows.map(({ adds }) => adds)), figure?.of === null ? null : sum(rows.map(({ of }) => of ?? 0))], name).toEqual([figure?.count, figure?.of]);
      const [first] = rows;
      if (!first) continue;
      const opened = await read<SheetPage>(pageOf(board, first));
      // A task or a visit opens its grid.
      expect([first.id, first.id.split('/')[0]], name).toContain(opened.object.id);
      if (first.caseId !== null) expect((await read<SheetPage>(`/api/v1/cases/${first.caseId}/course`)).entries.length, name).toBeGreaterThan(0);
    }
  });

  it('names nobody: what happened is told by role and unit', async () => {
    const { rows } = await read<BoardSheet>('/api/v1/boards/oversight/sheet?figure=opened');
    const { entries } = await read<SheetPage>(`/api/v1/cases/${rows[0]?.caseId ?? ''}/course`);
    expect(new Set(entries.flatMap((entry) => Object.keys(entry)))).toEqual(new Set(['at', 'event', 'about', 'role', 'unit']));
  });
});

/** Tiles that keep their place on this wall; the others are opened the same way while it is their turn. */
const KEPT = ['督办', '乡呼县应', '一件事 · 农房监管'];

describe('a tile of governance', () => {
  it.for(KEPT)('%s opens a sheet, a row of it its page, and Esc leads back step by step', async (title) => {
    await tile(page, title).waitFor();
    await tile(page, title).getByRole('button').press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('口径').waitFor();
    const name = await sheet.getAttribute('aria-label') ?? '';
    // The number a tile shows first may be none at all: the first of its numbers that counts something is opened.
    const counting = sheet.getByRole('tab').filter({ hasText: /[1-9]/ });
    await counting.first().waitFor();
    await counting.first().click();
    await sheet.getByRole('listitem').getByRole('button').first().click();
    await sheet.getByText('返回').first().waitFor();
    await page.keyboard.press('Escape');
    await sheet.getByRole('tablist').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(name).not.toBe('');
  });
});
