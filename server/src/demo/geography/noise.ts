import type { PlanePoint } from '@wangge/shared/geo';
import { hashText } from './random.ts';

/** A smooth random surface over the plane, about -1 to 1. */
export type Noise = (point: PlanePoint) => number;

/** Gradient noise of a wavelength in metres; surfaces of different purposes are independent. */
export function createNoise(seed: number, purpose: string, wavelengthM: number): Noise {
  const salt = Math.imul(seed | 0, 0x27d4eb2f) ^ hashText(purpose);
  return ([x, y]) => {
    const [u, v] = [x / wavelengthM, y / wavelengthM];
    const [column, row] = [Math.floor(u), Math.floor(v)];
    const [du, dv] = [u - column, v - row];
    const low = mix(slope(salt, column, row, du, dv), slope(salt, column + 1, row, du - 1, dv), ease(du));
    const high = mix(slope(salt, column, row + 1, du, dv - 1), slope(salt, column + 1, row + 1, du - 1, dv - 1), ease(du));
    return mix(low, high, ease(dv)) * 1.5;
  };
}

/** A gentle, fold-free distortion of the plane: each point moves by at most about `reachM`. */
export function createWarp(seed: number, purpose: string, { wavelengthM, reachM }: { wavelengthM: number; reachM: number }): (point: PlanePoint) => PlanePoint {
  const east = createNoise(seed, `${purpose} east`, wavelengthM);
  const north = createNoise(seed, `${purpose} north`, wavelengthM);
  return (point) => [point[0] + reachM * east(point), point[1] + reachM * north(point)];
}

function slope(salt: number, column: number, row: number, du: number, dv: number): number {
  let hash = salt ^ Math.imul(column, 0x85ebca6b) ^ Math.imul(row, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  const angle = ((hash ^ (hash >>> 15)) >>> 0) * (Math.PI / 2_147_483_648);
  return Math.cos(angle) * du + Math.sin(angle) * dv;
}

function ease(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
