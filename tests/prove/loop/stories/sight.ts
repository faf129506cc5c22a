import { NEIGHBOURS, TOWN, filed, inHand } from '../cases.ts';
import { done, holds, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';

interface Listed { readonly total: number; readonly cases: readonly { readonly id: string; readonly villageCode: string }[] }

/** Who sees what: township, county, grid and wall. */
export const SIGHT_STORIES: readonly Story[] = [
  {
    name: 'a township does not see its neighbour, the county sees both',
    from: '2026-09-14T09:20',
    async play(world) {
      const own = await filed(world, { typeCode: 'E0504' });
      const other = await filed(world, { typeCode: 'E0504', town: NEIGHBOURS[0], mark: 'qy-' });
      refused('the page', await (await world.as('paiqian')).get(`/cases/${other.id}`), 'CASE_NOT_FOUND');
      refused('the order', await (await world.as('paiqian')).act(other.id, 'urge'), 'CASE_NOT_FOUND');
      const listed = await (await world.as('paiqian')).read<Listed>('/cases?limit=500');
      holds('every listed case lies in the township', listed.cases.every(({ villageCode }) => villageCode.startsWith(TOWN)));
      const county = await world.as('xianzhongxin');
      for (const { id } of [own, other]) same('the county reads it', (await county.seeCase(id)).row.id, id);
      return `neighbour's case answers as not there; the county reads both`;
    },
  },
  {
    name: 'a grid worker does not see the case of another grid',
    from: '2026-09-14T09:22',
    async play(world) {
      const worker = await world.as('wangge');
      const own = world.place(worker.self.gridCode ?? '');
      const mine = await world.report({ typeCode: 'E0504', description: '本网格', lng: own.lngLat[0], lat: own.lngLat[1] });
      const nth = world.place(TOWN, 0).gridCode === own.gridCode ? 1 : 0;
      const foreign = await filed(world, { typeCode: 'E0504', nth });
      same('own', (await worker.seeCase(mine)).row.gridCode, own.gridCode);
      refused('foreign', await worker.get(`/cases/${foreign.id}`), 'CASE_NOT_FOUND');
      const listed = await worker.read<Listed>('/cases?limit=500');
      holds('the foreign one is not listed', listed.cases.every(({ id }) => id !== foreign.id));
      return 'own grid read, the other answers as not there';
    },
  },
  {
    name: 'a wall can look and not act',
    from: '2026-09-14T09:24',
    async play(world) {
      const { id } = await inHand(world, { typeCode: 'E0504' });
      const wall = await world.wall(TOWN);
      holds('it lists', (await wall.read<Listed>('/cases?limit=500')).cases.some((row) => row.id === id));
      refused('an act', await wall.act(id, 'urge'), 'ACTION_FORBIDDEN');
      refused('a page', await wall.get(`/cases/${id}`), 'CASE_NOT_FOUND');
      return 'lists cases, may neither act nor open a page';
    },
  },
  {
    name: 'a leader can look and not dispatch',
    from: '2026-09-14T09:26',
    async play(world) {
      const { id } = await filed(world, { typeCode: 'E0504' });
      const leader = await world.as('lingdao');
      same('reads', (await leader.seeCase(id)).actions.includes('dispatch'), false);
      refused('dispatch', await leader.act(id, 'dispatch', { teamId: 'x' }), 'ACTION_FORBIDDEN');
      return 'reads the case, may not send anybody';
    },
  },
  {
    name: 'a secret reporter is named on no wall and no page',
    from: '2026-09-14T09:28',
    async play(world) {
      const { lngLat: [lng, lat] } = world.place(TOWN, 5);
      const id = await world.report({ typeCode: 'F005', description: '夜间采砂', lng, lat, reporterName: '欧阳保密', reporterPhone: '13812345678', isSecret: true });
      const wall = await world.wall(TOWN);
      const paths = ['/cases?limit=500', '/boards/oversight'];
      for (const path of paths) holds(`${path} does not know it`, !JSON.stringify(done(path, await wall.get(path))).includes('欧阳保密'));
      const text = JSON.stringify(await (await world.as('shouli')).seeCase(id));
      holds('name and number are masked even for the intake', !text.includes('欧阳保密') && !text.includes('13812345678'));
      const shown = await wall.read<Listed>('/cases?limit=500');
      same('on the wall at all', shown.cases.some((row) => row.id === id), false);
      return 'not on the wall, and masked on the page';
    },
  },
];
