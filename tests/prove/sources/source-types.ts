/** One frame of the public collection, with what an independent decoder reads in it. */
export interface KnownFrame {
  readonly id: string;
  readonly class: string;
  readonly hex: string;
  readonly decoded_by_standard: {
    readonly msg_id: string | null;
    readonly phone?: string;
    readonly serial?: number;
    readonly version_flag?: boolean;
    readonly location?: KnownLocation;
    readonly batch?: { readonly items: readonly KnownLocation[] };
  };
}

export interface KnownLocation {
  readonly fix_valid: boolean;
  readonly in_range: boolean;
  readonly lat: number;
  readonly lon: number;
  readonly time: string;
}

export type Row = Record<string, string>;

/** What the proof plays: files on disk, and their rows as its own reader reads them. */
export interface Sources {
  readonly isHandbook: boolean;
  readonly ticketsFile: string;
  readonly tickets: readonly Row[];
  readonly fleet: readonly Row[];
  readonly boundaryFile: string;
  /** 12-digit code and name of each community. */
  readonly communities: readonly { readonly code: string; readonly name: string; readonly town: string }[];
  readonly frames: readonly KnownFrame[];
}
