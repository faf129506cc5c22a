export interface Attachment {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly addedAt: number;
  readonly addedBy: string;
}

/** Photos and voice notes of cases. `add` answers when the bytes are durable. */
export interface AttachmentStore {
  add(attachment: Attachment): Promise<void>;
  /** What it is, without its bytes; null where there is none. */
  mediaTypeOf(id: string): Promise<string | null>;
  find(id: string): Promise<Attachment | null>;
  /** Deletes those of these that are there; answers how many. */
  remove(ids: readonly string[]): Promise<number>;
}
