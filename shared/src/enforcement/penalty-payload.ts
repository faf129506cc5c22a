/** An officer who acts, with the certificate that was shown (出示执法证件). */
export interface Officer {
  readonly personId: string;
  readonly name: string;
  readonly certificateNo: string;
}

/** What a person gives with an action. `isWaived`: the party gave up statement and hearing. */
export interface PenaltyPayload {
  readonly officers?: readonly Officer[];
  readonly note?: string;
  readonly reason?: string;
  readonly photos?: readonly string[];
  readonly decisionNo?: string;
  readonly fineYuan?: number;
  readonly isWaived?: boolean;
}
