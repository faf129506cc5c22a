import { randomUUID } from 'node:crypto';
import type { DrawDetail, DrawRecord } from '@wangge/shared/draw';
import { DAY, HOUR, TOWN } from '../cases.ts';
import { drawAgain, fingerprints, isPromised, stepIn } from '../redraw.ts';
import { done, holds, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';
import type { World } from '../world.ts';

async function publish(world: World, kind: string, version: string, text: string): Promise<void> {
  done(kind, await (await world.as('guanli')).post(`/lists/${kind}/versions`, { version, effectiveFrom: '2026-09-29', isConfirmed: true, text }));
}

/** Registers of forty objects and six inspectors of three units, as the county would hand them over. */
async function registers(world: World): Promise<void> {
  const objects = Array.from({ length: 40 }, (_, i) => `O${100 + i},某店${i},餐饮单位,${'ABCD'[i % 4] ?? 'A'},${world.place(TOWN, i).villageCode},`);
  const inspectors = Array.from({ length: 6 }, (_, i) => `I${i},检查员${i},队${i % 3},${TOWN},Z${i},2099-12-31,`);
  await publish(world, 'inspection-objects', '故事', `编码,名称,类别,信用等级,村社编码,有关单位\n${objects.join('\n')}\n`);
  await publish(world, 'inspectors', '故事', `人员编码,姓名,单位,辖区编码,执法证号,有效期至,回避对象\n${inspectors.join('\n')}\n`);
}

async function onDraw(world: World, draw: DrawDetail, action: string, payload: object = {}): Promise<DrawDetail> {
  return done(action, await (await world.as('zhibanzhang')).command<DrawDetail>(`/draws/${draw.id}`, action, draw.revision, payload));
}

async function committed(world: World, drawAt: number): Promise<DrawDetail> {
  const plan = { title: '餐饮抽查', itemCodes: ['SJ01'], drawAt, lastDay: '2026-12-31', commandId: randomUUID() };
  return onDraw(world, done('plan', await (await world.as('zhibanzhang')).post<DrawDetail>('/draws', plan)), 'commit');
}

/** 双随机一公开. */
export const DRAW_STORIES: readonly Story[] = [
  {
    name: 'a random draw run again by another party gives the same names; a changed pool does not',
    from: '2026-09-29T09:00',
    async play(world) {
      await registers(world);
      const ready = await committed(world, world.clock.now() + HOUR);
      refused('before its moment', await (await world.as('zhibanzhang')).command(`/draws/${ready.id}`, 'draw', ready.revision), 'DRAW_TOO_EARLY', 'DR4');
      await world.by(HOUR + 60_000);
      const drawn = await onDraw(world, ready, 'draw');
      const county = await world.as('xianzhongxin');
      const record = await county.read<DrawRecord>(`/draws/${drawn.id}/record`);
      same('registers as they were frozen', fingerprints(record), record.poolHashes);
      holds('the seed that was promised', isPromised(record));
      same('reckoned again by the rule alone', drawAgain(record), record.slots);
      const [, ...fewer] = record.pools.objects;
      const bent = { ...record, pools: { ...record.pools, objects: fewer } };
      holds('with one object left out the register is another', fingerprints(bent).objects !== record.poolHashes.objects);
      holds('with another seed it is not the promised one', !isPromised({ ...record, seed: '00'.repeat(32) }));
      return `${record.slots.length} of ${record.pools.objects.length} objects and their ${record.slots.flatMap(({ inspectorCodes }) => inspectorCodes).length} inspectors reckoned again by other code from the record alone; a register with one less is found out`;
    },
  },
  {
    name: 'a draw with a recusal: redrawn with its reason',
    from: '2026-09-29T11:00',
    async play(world) {
      const ready = await committed(world, world.clock.now() + 60_000);
      await world.by(2 * 60_000);
      const checking = await onDraw(world, await onDraw(world, ready, 'draw'), 'assign');
      const [first] = checking.drawn;
      const leaving = first?.inspectors[0];
      const recused = await onDraw(world, checking, 'recuse', { objectCode: first?.objectCode, inspectorCode: leaving?.code, reason: '亲属在该店经营' });
      const after = recused.drawn.find(({ objectCode }) => objectCode === first?.objectCode);
      const stepped = after?.inspectors.find(({ steppedInFor }) => steppedInFor !== null);
      same('for whom', stepped?.steppedInFor, leaving?.name);
      holds('still two, and another', after?.inspectors.length === 2 && stepped?.code !== leaving?.code);
      const record = await (await world.as('xianzhongxin')).read<DrawRecord>(`/draws/${ready.id}/record`);
      same('who steps in, reckoned by another party', stepIn(record), record.recusals.map(({ replacementCode }) => replacementCode));
      same('and who was there before', drawAgain(record), record.slots);
      return `${stepped?.name} stepped in for ${leaving?.name}; two inspectors as before`;
    },
  },
  {
    name: 'nobody beside the organisers plans a draw',
    from: '2026-09-29T11:30',
    async play(world) {
      const plan = { title: 'x', itemCodes: ['SJ01'], drawAt: world.clock.now() + DAY, lastDay: '2026-12-31', commandId: randomUUID() };
      refused('the dispatcher', await (await world.as('paiqian')).post('/draws', plan), 'ACTION_FORBIDDEN', 'CL2');
      return 'the dispatcher was refused by CL2';
    },
  },
];
