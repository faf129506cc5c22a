/** How much of everything a run plays. Speeds follow from the seconds that a part may take. */
export interface Scale {
  readonly tickets: number;
  /** Devices in each of the two halves of the fleet. */
  readonly devicesPerHalf: number;
  readonly halfSeconds: number;
  readonly ticketSeconds: number;
  readonly orders: number;
  readonly crews: number;
  readonly withinMs: number;
}

export const FULL: Scale = { tickets: Infinity, devicesPerHalf: 29, halfSeconds: 70, ticketSeconds: 120, orders: 50, crews: 20, withinMs: 8 * 60_000 };
export const SHORT: Scale = { tickets: 600, devicesPerHalf: 6, halfSeconds: 22, ticketSeconds: 40, orders: 20, crews: 8, withinMs: 150_000 };
