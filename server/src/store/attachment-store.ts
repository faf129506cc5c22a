export interface Attachment {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly addedAt: number;
  readonly addedBy: string;
}

/** Photos of cases. `add` answers when the bytes are durable. */
export interface AttachmentStore {
  add(attachment: Attachment): Promise<void>;
  has(id: string): Promise<boolean>;
  find(id: string): Promise<Attachment | null>;
  /** Deletes those of these that are there; answers how many. */
  remove(ids: readonly string[]): Promise<number>;
}
