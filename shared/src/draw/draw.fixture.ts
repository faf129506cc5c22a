import type { Actor, ActorRole } from '../access/index.ts';
import type { Hash } from './bytes.ts';
import { hashPools, type DrawPools, type Grade } from './pools.ts';
import type { DrawPlan, FrozenPools } from './draw.ts';
import { toHex } from './bytes.ts';

const GRADE_OF: readonly Grade[] = ['A', 'A', 'A', 'A', 'B', 'B', 'B', 'C', 'C', 'D'];

/** 100 eateries (40 A, 30 B, 20 C, 10 D) and 12 inspectors of 4 units for specs. */
export const specPools: DrawPools = {
  items: [
    { code: 'I1', name: '食品经营', kind: 'key', basis: '法', objectKinds: ['餐饮'], sharePercent: { A: 5, B: 10, C: 20, D: 50 }, inspectorsPerObject: 2, publishLimit: { value: 20, unit: 'work_day' } },
    { code: 'I2', name: '燃气安全', kind: 'general', basis: '法', objectKinds: ['餐饮'], sharePercent: { A: 1, B: 1, C: 5, D: 10 }, inspectorsPerObject: 3, publishLimit: { value: 10, unit: 'work_day' } },
  ],
  objects: Array.from({ length: 100 }, (_, i) => ({
    code: `O${String(i).padStart(3, '0')}`, name: `某店${i}`, kind: '餐饮', grade: GRADE_OF[i % 10]!, villageCode: '320281104001', unitsConcerned: i % 25 === 0 ? ['单位0'] : [],
  })),
  inspectors: Array.from({ length: 12 }, (_, i) => ({
    code: `p${String(i).padStart(2, '0')}`, name: `检查员${i}`, unit: `单位${i % 4}`, areaCode: '320281104', certificateNo: `Z${i}`, validTo: i === 11 ? '2026-01-31' : '2027-12-31',
    interests: i === 1 ? ['O009', 'O019'] : [],
  })),
};

export const specPlan: DrawPlan = {
  id: 'd1', no: 'S1', title: '抽查', areaCode: '320281104', itemCodes: ['I1', 'I2'], drawAt: Date.parse('2026-02-02T10:00:00+08:00'), lastDay: '2026-03-31',
};

/** 32 bytes that only this number gives, hexadecimal. */
export function specSeed(n: number): string {
  return n.toString(16).padStart(64, '0');
}

export function freeze(hash: Hash, seed: Uint8Array, pools: DrawPools = specPools): FrozenPools {
  return { pools, hashes: hashPools(hash, pools), versions: { items: '1', objects: '1', inspectors: '1' }, commitment: toHex(hash(seed)) };
}

export function drawActor(role: ActorRole, id = `a-${role}`): Actor {
  return { id, name: id, role, unitId: null, parentUnitId: null, areaCode: '320281104' };
}
