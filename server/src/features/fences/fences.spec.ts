import { describe, expect, it } from 'vitest';
import { fencesOn } from '@wangge/shared/district-map';
import { fenceKind } from './fence-kind.api.ts';

const context = { hasDepartment: () => true, contentOf: () => undefined };
const fence = { id: 'a', name: '学校护学区', kind: 'slow', areaCode: '320281104', validFrom: '2026-09-01', validUntil: '2027-01-31', corners: [[120.1, 31.8], [120.2, 31.8], [120.2, 31.9]] };
const read = (...fences: object[]) => fenceKind.read(JSON.stringify(fences), context);

describe('fences', () => {
  it('[MP13] are in force from their first day to their last', () => {
    const { content, problems } = read(fence, { ...fence, id: 'b', validUntil: null });
    expect(problems).toEqual([]);
    expect(['2026-08-31', '2026-09-01', '2027-01-31', '2027-02-01'].map((day) => fencesOn(content, day).map(({ id }) => id).join(''))).toEqual(['', 'ab', 'ab', 'b']);
  });

  it('close by themselves', () => {
    expect(read(fence).content[0]?.area.coordinates[0]).toEqual([...fence.corners, fence.corners[0]]);
  });

  it.each([
    [{ kind: 'wall' }, '0.kind'], [{ corners: [[120, 31], [121, 31]] }, '0.corners'], [{ corners: [[31, 120], [32, 120], [32, 121]] }, '0.corners.0.1'],
    [{ corners: [[120, 31], [121, 31], [122, 31]] }, '0.corners'], [{ validUntil: '2026-01-01' }, '0.validUntil'], [{ areaCode: '32' }, '0.areaCode'],
  ])('[MP13] are refused whole with what is wrong: %o', (change, path) => {
    expect(read({ ...fence, ...change }).problems.map(({ column }) => column)).toContain(path);
  });

  it('[MP13] have an id each', () => {
    expect(read(fence, fence).problems.map(({ column }) => column)).toEqual(['1.id']);
  });
});
