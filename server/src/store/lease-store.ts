/** What only one node may do at a time is done by who holds its lease (租约). */
export interface LeaseStore {
  /**
   * Takes the lease, or keeps it, for `forMs` from `now` (epoch ms); false when another holder's has not run out. Clocks of nodes must
   * agree to well within `forMs`.
   */
  take(name: string, holder: string, forMs: number, now: number): Promise<boolean>;
}
