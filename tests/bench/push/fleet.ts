import { randomFrom } from '../../support/random.ts';

/** Units that report once a second; probes among them carry the time they were published at. */
export const FLEET_UNITS = 5_000;
export const PROBE_UNITS = 50;
/** Positions of one batch: what 5,000 units report within 100 ms. */
export const BATCH_POSITIONS = 500;
const STEPS = 64;
const CENTRE = { lng: 120.36, lat: 31.79 };
const METRE_LAT_DEG = 1 / 111_195;
const METRE_LNG_DEG = METRE_LAT_DEG / Math.cos((CENTRE.lat * Math.PI) / 180);

/** The table of latest positions, with the shape push reads. */
export class FleetPositions {
  readonly columns = {
    lng: new Float64Array(FLEET_UNITS), lat: new Float64Array(FLEET_UNITS), headingDeg: new Float32Array(FLEET_UNITS),
    speedKmh: new Float32Array(FLEET_UNITS), fixAt: new Float64Array(FLEET_UNITS),
  };

  readonly #isChanged = new Uint8Array(FLEET_UNITS);
  #changedCount = 0;
  #onChange: () => void = () => {};

  touch(index: number): void {
    if (this.#isChanged[index] === 1) return;
    this.#isChanged[index] = 1;
    this.#changedCount += 1;
    if (this.#changedCount === 1) this.#onChange();
  }

  known(): Uint32Array {
    return Uint32Array.from(this.#isChanged.keys());
  }

  areaOf(): string {
    return '';
  }

  drainChanged(): Uint32Array {
    const drained = new Uint32Array(this.#changedCount);
    let at = 0;
    for (let index = 0; at < drained.length; index += 1) {
      if (this.#isChanged[index] !== 1) continue;
      this.#isChanged[index] = 0;
      drained[at] = index;
      at += 1;
    }
    this.#changedCount = 0;
    return drained;
  }

  onChange(listener: () => void): void {
    this.#onChange = listener;
  }
}

/** Precise epoch ms, the same in every process of this machine. */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}

const PROBE_RANGE = 1_000_000;

/** Writes a time into a longitude, 0.1 ms per quantum of 1e-5 degree. */
function probeLng(at: number): number {
  return (Math.floor(at * 10) % PROBE_RANGE) / 100_000;
}

/** How long ago a probe's longitude was written, ms. */
export function probeAgeMs(lng: number, now: number): number {
  const written = Math.round(lng * 100_000);
  return ((Math.floor(now * 10) - written + PROBE_RANGE) % PROBE_RANGE) / 10;
}

/**
 * A moving fleet: vehicles and walkers on bent ways, one position a second each, with the noise of a receiver (about 1.5 m,
 * a few degrees). All steps are reckoned beforehand, so that measuring pays for pushing only.
 */
export class Fleet {
  readonly positions = new FleetPositions();
  readonly #lng = new Float64Array(FLEET_UNITS * STEPS);
  readonly #lat = new Float64Array(FLEET_UNITS * STEPS);
  readonly #headingDeg = new Float32Array(FLEET_UNITS * STEPS);
  readonly #speedKmh = new Float32Array(FLEET_UNITS * STEPS);
  #next = 0;

  constructor() {
    const chance = randomFrom(20_260_315);
    for (let unit = 0; unit < FLEET_UNITS; unit += 1) this.#walk(unit, chance);
  }

  /** Publishes the next `count` positions in round-robin order; answers their indices. */
  move(count: number): number[] {
    const now = preciseNow();
    const moved: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const index = this.#next % FLEET_UNITS;
      const row = index * STEPS + (Math.floor(this.#next / FLEET_UNITS) % STEPS);
      const { columns } = this.positions;
      columns.lng[index] = index < PROBE_UNITS ? probeLng(now) : (this.#lng[row] ?? 0);
      columns.lat[index] = this.#lat[row] ?? 0;
      columns.headingDeg[index] = this.#headingDeg[row] ?? 0;
      columns.speedKmh[index] = this.#speedKmh[row] ?? 0;
      columns.fixAt[index] = Math.max((columns.fixAt[index] ?? 0) + 1, now);
      this.positions.touch(index);
      moved.push(index);
      // A stride shares no factor with the fleet's size, so neighbours in time are no neighbours in the table.
      this.#next += 1;
    }
    return moved;
  }

  #walk(unit: number, chance: () => number): void {
    const isVehicle = chance() < 0.7;
    let speedKmh = isVehicle ? 15 + chance() * 35 : 3 + chance() * 3;
    let headingDeg = chance() * 360;
    let lng = CENTRE.lng + (chance() - 0.5) * 0.12;
    let lat = CENTRE.lat + (chance() - 0.5) * 0.12;
    for (let step = 0; step < STEPS; step += 1) {
      if (chance() < 0.05) headingDeg += chance() < 0.5 ? 90 : -90;
      headingDeg += (chance() - 0.5) * 6;
      speedKmh = Math.max(2, speedKmh + (chance() - 0.5) * 3);
      const metres = speedKmh / 3.6;
      lng += Math.sin((headingDeg * Math.PI) / 180) * metres * METRE_LNG_DEG;
      lat += Math.cos((headingDeg * Math.PI) / 180) * metres * METRE_LAT_DEG;
      const row = unit * STEPS + step;
      this.#lng[row] = lng + (chance() - 0.5) * 3 * METRE_LNG_DEG;
      this.#lat[row] = lat + (chance() - 0.5) * 3 * METRE_LAT_DEG;
      this.#headingDeg[row] = ((headingDeg % 360) + 360) % 360;
      this.#speedKmh[row] = speedKmh;
    }
  }
}
