import { z } from 'zod';
import { SHEET_KINDS, type BoardAnswer, type BoardSheet } from '@wangge/shared/wire';
import type { Clock } from '../../platform/clock.ts';
import type { Board } from '../../platform/feature.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';
import { mayReadBoard, readableBoards } from './readable-boards.api.ts';

/** Rows of a sheet in one answer: more than a number on a wall counts. */
const MOST_ROWS = 5_000;
const params = z.object({ name: z.string().max(40) });
const sheetQuery = z.strictObject({ figure: z.string().max(80).optional(), limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(MOST_ROWS) });
const objectQuery = z.strictObject({ kind: z.enum(SHEET_KINDS), id: z.string().min(1).max(120) });

/**
 * Boards (看板) of all features: what wall and desk show as whole pictures. Each is read by who holds its permission, for the
 * area of whoever asks. Its version is taken before it is read: what changes meanwhile is told by the next hint. Every number
 * of a board opens as a sheet of what it counts, and every row of a sheet as a page.
 */
export function boardRoutes(http: Http, boards: readonly Board[], clock: Clock): void {
  const byName = new Map(boards.map((board) => [board.name, board]));
  if (byName.size !== boards.length) throw new Error(`two boards of one name: ${boards.map(({ name }) => name).join(', ')}`);

  http.get('/api/v1/boards', { config: { access: 'signed-in' } }, async (request) => {
    const { role } = actorIn(request);
    return readableBoards(boards, role).map((board) => ({ name: board.name, version: board.version() }));
  });

  http.get('/api/v1/boards/:name', { config: { access: 'signed-in' }, schema: { params } }, async (request, reply) => {
    const actor = actorIn(request);
    const board = byName.get(request.params.name);
    if (!board) return sendRefusal(reply, { code: 'NOT_FOUND' });
    if (!mayReadBoard(board, actor.role)) return sendRefusal(reply, { code: 'ACTION_FORBIDDEN' });
    const at = clock.now();
    const version = board.version();
    const answer: BoardAnswer = { name: board.name, version, at, board: board.read(actor, at) };
    return answer;
  });

  http.get('/api/v1/boards/:name/sheet', { config: { access: 'signed-in' }, schema: { params, querystring: sheetQuery } }, async (request, reply) => {
    const actor = actorIn(request);
    const board = byName.get(request.params.name);
    if (!board?.figures) return sendRefusal(reply, { code: 'NOT_FOUND' });
    if (!mayReadBoard(board, actor.role)) return sendRefusal(reply, { code: 'ACTION_FORBIDDEN' });
    const at = clock.now();
    const figures = board.figures(actor, at);
    const { figure, limit } = request.query;
    const asked = figure === undefined ? figures[0] : figures.find(({ name }) => name === figure);
    if (!asked) return sendRefusal(reply, { code: 'NOT_FOUND' });
    const answer: BoardSheet = {
      board: board.name, at, figures: figures.map(({ name, label, count, of }) => ({ name, label, count, of })), figure: asked.name, total: asked.total, rows: asked.rows().slice(0, limit),
    };
    return answer;
  });

  http.get('/api/v1/boards/:name/object', { config: { access: 'signed-in' }, schema: { params, querystring: objectQuery } }, async (request, reply) => {
    const actor = actorIn(request);
    const board = byName.get(request.params.name);
    if (board && !mayReadBoard(board, actor.role)) return sendRefusal(reply, { code: 'ACTION_FORBIDDEN' });
    const { kind, id } = request.query;
    return await board?.object?.(kind, id, actor, clock.now()) ?? sendRefusal(reply, { code: 'OBJECT_NOT_FOUND' });
  });
}
