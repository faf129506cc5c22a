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
    expect(read(fence).content[0]?.shape.coordinates[0]).toEqual([...fence.corners, fence.corners[0]]);
  });

  it.each([
    [{ kind: 'wall' }, '0.kind'], [{ corners: [[120, 31], [121, 31]] }, '0.corners'], [{ corners: [[31, 120], [32, 120], [32, 121]] }, '0.corners.0.1'],
    [{ corners: [[120, 31], [121, 31], [122, 31]] }, '0.corners'], [{ validUntil: '2026-01-01' }, '0.validUntil'], [{ areaCode: '32' }, '0.areaCode'],
  ])('[MP13] are refused whole with what is wrong: %o', (change, path) => {
    expect(read({ ...fence, ...change }).problems.map(({ column }) => column)).toContain(path);
  });

  const route = { ...fence, corners: undefined, kind: 'route', path: [[120.1, 31.8], [120.11, 31.8]] };
  const tells = (...happenings: string[]) => ({ tells: happenings });

  it('[FN1] may be routes, and tell what their edition says', () => {
    const { content, problems } = read({ ...route, watch: { ...tells('off-route'), offM: 80, offMin: 5, squads: ['综合执法一队'], hours: [{ from: '22:00', to: '06:00' }] } });
    expect(problems).toEqual([]);
    expect(content[0]).toMatchObject({ shape: { type: 'LineString' }, watch: { tells: ['off-route'], offM: 80, offMs: 300_000, stayMs: null, units: [], hours: [{ from: '22:00', to: '06:00' }] } });
    expect(read(fence).content[0]?.watch).toBeNull();
  });

  it.each([
    [{ ...fence, watch: tells('stay') }, '0.watch'], [{ ...fence, watch: tells('off-route') }, '0.watch.tells.0'], [{ ...route, watch: tells('enter') }, '0.watch.tells.0'],
    [{ ...route, watch: { ...tells('off-route'), offM: 80 } }, '0.watch'], [{ ...fence, watch: tells() }, '0.watch.tells'], [{ ...fence, watch: { ...tells('stay'), stayMin: 0 } }, '0.watch.stayMin'],
    [{ ...fence, watch: { ...tells('enter'), hours: [{ from: '8:00', to: '17:00' }] } }, '0.watch.hours.0.from'], [{ ...fence, watch: { ...tells('enter'), hours: [{ from: '08:00', to: '08:00' }] } }, '0.watch.hours.0'],
    [{ ...route, path: undefined }, '0.path'], [{ ...fence, path: route.path }, '0.path'], [{ ...route, path: [[120.1, 31.8], [120.1, 31.8]] }, '0.path'], [{ ...fence, watch: { ...tells('enter'), unitKinds: ['boat'] } }, '0.watch.unitKinds.0'],
  ])('[FN1] are refused whole where they could tell nothing: %o', (wrong, path) => {
    expect(read(wrong).problems.map(({ column }) => column)).toContain(path);
  });

  it('[MP13] have an id each', () => {
    expect(read(fence, fence).problems.map(({ column }) => column)).toEqual(['1.id']);
  });
});
