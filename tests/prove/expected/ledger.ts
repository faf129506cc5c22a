/** A case as this proof knows it: what was sent, and the times that the answers gave. */
export interface Entry {
  readonly id: string;
  readonly typeCode: string;
  readonly villageCode: string;
  readonly reportedAt: number;
  acceptedAt?: number;
  departmentId?: string;
  teamId?: string;
  /** The team has reported back. */
  isDone?: boolean;
  /** The clock stands still since then: handed in, or waiting. */
  haltedAt?: number;
  isPaused?: boolean;
  closedAt?: number;
  /** Ended without being closed. */
  isEnded?: boolean;
}

export function isOpen(entry: Entry): boolean {
  return entry.closedAt === undefined && entry.isEnded !== true;
}
