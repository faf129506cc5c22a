import { itemAt, planeDistanceM } from '@wangge/shared/geo';
import type { PlanePoint } from '@wangge/shared/geo';
import { LAND_HALF_EAST_M, LAND_HALF_NORTH_M } from './lattice.ts';
import type { Random } from './random.ts';

/** Strews places at random, none nearer to another than `spacingAt` of the newcomer; Infinity there forbids the place. */
export function strewSites({ random, tries, spacingAt, taken }: {
  random: Random;
  tries: number;
  spacingAt: (point: PlanePoint) => number;
  taken: readonly PlanePoint[];
}): PlanePoint[] {
  const cellM = 400;
  const cells = new Map<string, PlanePoint[]>();
  const put = (site: PlanePoint): void => {
    const key = `${Math.floor(site[0] / cellM)},${Math.floor(site[1] / cellM)}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [site]);
    else cell.push(site);
  };
  const isFree = (site: PlanePoint, spacingM: number): boolean => {
    const reach = Math.ceil(spacingM / cellM);
    const [column, row] = [Math.floor(site[0] / cellM), Math.floor(site[1] / cellM)];
    for (let right = -reach; right <= reach; right += 1) {
      for (let up = -reach; up <= reach; up += 1) {
        if (cells.get(`${column + right},${row + up}`)?.some((other) => planeDistanceM(other, site) < spacingM)) return false;
      }
    }
    return true;
  };
  taken.forEach(put);
  const sites: PlanePoint[] = [];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const site: PlanePoint = [random.between(-1, 1) * (LAND_HALF_EAST_M - 300), random.between(-1, 1) * (LAND_HALF_NORTH_M - 300)];
    const spacingM = spacingAt(site);
    if (spacingM === Infinity || !isFree(site, spacingM)) continue;
    put(site);
    sites.push(site);
  }
  return sites;
}

/**
 * Pairs of sites that roads should join. `tightness` 1 gives the Gabriel graph (no third site in the circle over a pair),
 * 2 the sparser relative neighbourhood graph (no third site nearer to both); either hangs together.
 */
export function neighbourPairs(sites: readonly PlanePoint[], tightness: 1 | 2, reachM: number): [number, number][] {
  const near = nearSites(sites, reachM);
  const pairs: [number, number][] = [];
  for (const [a, others] of near.entries()) {
    for (const b of others) {
      if (b <= a) continue;
      const [from, to] = [itemAt(sites, a), itemAt(sites, b)];
      const lengthM = planeDistanceM(from, to);
      const isBetween = (third: number): boolean => {
        const [toFrom, toTo] = [planeDistanceM(itemAt(sites, third), from), planeDistanceM(itemAt(sites, third), to)];
        return tightness === 2 ? Math.max(toFrom, toTo) < lengthM : toFrom ** 2 + toTo ** 2 < lengthM ** 2;
      };
      if (!others.some((third) => third !== b && isBetween(third))) pairs.push([a, b]);
    }
  }
  return pairs;
}

function nearSites(sites: readonly PlanePoint[], reachM: number): number[][] {
  const byEast = sites.map((_, site) => site).sort((a, b) => itemAt(sites, a)[0] - itemAt(sites, b)[0]);
  const near = sites.map((): number[] => []);
  for (let i = 0; i < byEast.length; i += 1) {
    for (let j = i + 1; j < byEast.length; j += 1) {
      const [a, b] = [itemAt(byEast, i), itemAt(byEast, j)];
      if (itemAt(sites, b)[0] - itemAt(sites, a)[0] > reachM) break;
      if (planeDistanceM(itemAt(sites, a), itemAt(sites, b)) > reachM) continue;
      near[a]?.push(b);
      near[b]?.push(a);
    }
  }
  return near;
}
