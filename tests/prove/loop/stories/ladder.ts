import type { CaseOversightView, OversightDetail } from '@wangge/shared/oversight';
import { randomUUID } from 'node:crypto';
import { HOUR, filed, inHand, page, reported, type Opened } from '../cases.ts';
import { shown } from '../clock.ts';
import { done, holds, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';
import type { World } from '../world.ts';

async function rungsOf(world: World, { id }: Opened): Promise<string[]> {
  const { orders } = await (await world.as('zhihuizhang')).read<CaseOversightView>(`/cases/${id}/oversight`);
  return [...orders].sort((a, b) => a.order.openedAt - b.order.openedAt).map(({ order }) => order.rung);
}

/** 督办: the ladder that climbs by itself, and orders by hand. */
export const LADDER_STORIES: readonly Story[] = [
  {
    name: 'yellow lamp → urged, red lamp → yellow order, a day later a red order, then the county and a draft of censure',
    from: '2026-11-02T08:31',
    async play(world) {
      const opened = await inHand(world, { typeCode: 'E0404', description: '污水外溢无人管' });
      const { yellowAt, dueAt } = (await page(world, opened)).row.clock!;
      await world.until(yellowAt + 2 * 60_000);
      holds('urged at the yellow lamp', (await rungsOf(world, opened)).includes('urge'));
      await world.until(dueAt + 2 * 60_000);
      holds('a yellow order at the red lamp', (await rungsOf(world, opened)).includes('yellow'));
      await world.until(dueAt + 23 * HOUR);
      same('no red order within a day', (await rungsOf(world, opened)).includes('red'), false);
      await world.until(dueAt + 24 * HOUR + 2 * 60_000);
      holds('a red order after a day', (await rungsOf(world, opened)).includes('red'));
      await world.to('2026-11-10T08:40');
      holds('the county', (await rungsOf(world, opened)).includes('county'));
      await world.to('2026-11-17T08:40');
      const { orders } = await (await world.as('zhihuizhang')).read<CaseOversightView>(`/cases/${opened.id}/oversight`);
      const censure = orders.find(({ order }) => order.rung === 'censure');
      same('a draft', censure?.order.state, 'draft');
      same('each climbed once', new Set(orders.map(({ order }) => order.rung)).size, 5);
      return `due ${shown(dueAt)}; ${orders.filter(({ order }) => order.rung !== 'urge').map(({ order }) => order.no).reverse().join(', ')}`;
    },
  },
  {
    name: 'a case nobody is assigned to ages and climbs like any other',
    from: '2026-10-22T09:00',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0104' });
      const lonely = await reported(world, { typeCode: 'E0504' });
      await world.by(5 * HOUR + 30 * 60_000);
      const rungs = [await rungsOf(world, opened), await rungsOf(world, lonely)];
      holds(`both have a yellow order (${rungs.join(' | ')})`, rungs.every((list) => list.includes('yellow')));
      return 'filed without a hand and not even accepted: both got urged and a yellow order';
    },
  },
  {
    name: 'a leader’s instruction becomes an order, answered, rejected and struck off',
    from: '2026-09-24T09:10',
    async play(world) {
      const opened = await inHand(world, { typeCode: 'E0101', level: 'serious' });
      const leader = await world.as('lingdao');
      const given = done('instruct', await leader.post<OversightDetail>('/oversight', { caseId: opened.id, rung: 'red', requirement: '请一周内拆除', commandId: randomUUID() }));
      same('origin', [given.order.origin, given.order.rung], ['instruction', 'red']);
      const path = `/oversight/${encodeURIComponent(given.order.id)}`;
      const squad = await world.as('chengguan');
      const replied = done('reply', await squad.command<OversightDetail>(path, 'reply', given.revision, { text: '已下达拆除通知' }));
      refused('the duty chief strikes it off', await (await world.as('zhibanzhang')).command(path, 'strike-off', replied.revision, { text: '同意' }), 'OVERSIGHT_NOT_SIGNER', 'OV8');
      const rejected = done('reject', await leader.command<OversightDetail>(path, 'reject-reply', replied.revision, { text: '没有照片' }));
      const again = done('reply again', await squad.command<OversightDetail>(path, 'reply', rejected.revision, { text: '附拆除照片', photos: [world.photo()] }));
      same('struck off', done('strike off', await leader.command<OversightDetail>(path, 'strike-off', again.revision, { text: '同意' })).order.state, 'struck-off');
      same('the case is under no order', (await page(world, opened)).row.supervision, 0);
      return `${given.order.no}: rejected once, then struck off by who signed it`;
    },
  },
  {
    name: 'a rung that is not this role’s to sign',
    from: '2026-09-24T09:30',
    async play(world) {
      const { id } = await inHand(world, { typeCode: 'E0507' });
      const { refusal } = refused('dispatcher', await (await world.as('paiqian')).post('/oversight', { caseId: id, rung: 'red', requirement: '快', commandId: randomUUID() }), 'OVERSIGHT_RUNG_NOT_YOURS', 'OV13');
      same('instead', refusal.instead, ['urge']);
      return 'refused by OV13, may urge instead';
    },
  },
];
