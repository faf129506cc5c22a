/** What is known of each moving thing, by its unit index, in plain columns: thousands of them move without an object made. */
export class FleetColumns {
  fromX = new Float64Array(256);
  fromY = new Float64Array(256);
  toX = new Float64Array(256);
  toY = new Float64Array(256);
  headingFromDeg = new Float64Array(256);
  headingToDeg = new Float64Array(256);
  startMs = new Float64Array(256);
  durationMs = new Float64Array(256);
  /** Place in its batch of sprites; −1 while it is not drawn. */
  slot = new Int32Array(256).fill(-1);

  /** Makes room for an index. */
  reach(unit: number): void {
    if (unit < this.slot.length) return;
    const size = Math.max(unit + 1, this.slot.length * 2);
    for (const name of ['fromX', 'fromY', 'toX', 'toY', 'headingFromDeg', 'headingToDeg', 'startMs', 'durationMs'] as const) {
      const wider = new Float64Array(size);
      wider.set(this[name]);
      this[name] = wider;
    }
    const slots = new Int32Array(size).fill(-1);
    slots.set(this.slot);
    this.slot = slots;
  }

  /** How far a unit is on its way, 0–1. */
  shareAt(unit: number, nowMs: number): number {
    const durationMs = this.durationMs[unit] ?? 0;
    return durationMs <= 0 ? 1 : Math.min(1, Math.max(0, (nowMs - (this.startMs[unit] ?? 0)) / durationMs));
  }

  xAt(unit: number, share: number): number {
    const from = this.fromX[unit] ?? 0;
    return from + ((this.toX[unit] ?? 0) - from) * share;
  }

  yAt(unit: number, share: number): number {
    const from = this.fromY[unit] ?? 0;
    return from + ((this.toY[unit] ?? 0) - from) * share;
  }

  /** The turn from the old heading to the new one, the shorter way, degrees. */
  turnDeg(unit: number): number {
    return (((this.headingToDeg[unit] ?? 0) - (this.headingFromDeg[unit] ?? 0) + 900) % 360) - 180;
  }
}
