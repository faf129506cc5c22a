import { createHash, randomUUID } from 'node:crypto';
import { verifyRecord, type DrawDetail, type DrawRecord } from '@wangge/shared/draw';
import { DAY, HOUR, TOWN } from '../cases.ts';
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
      const hash = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
      const [, ...fewer] = record.pools.objects;
      same('run again', verifyRecord(hash, record).kind, 'same');
      same('with one object left out', verifyRecord(hash, { ...record, pools: { ...record.pools, objects: fewer } }).kind, 'pool-changed');
      return `${record.slots.length} of ${record.pools.objects.length} objects drawn again alike from the record alone; a pool with one less is found out`;
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
