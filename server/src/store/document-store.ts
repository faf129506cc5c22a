/**
 * Small things that are replaced as a whole: accounts, sessions, channel keys, the district and its map.
 * A document is JSON; `put` answers when it is durable.
 */
export interface DocumentStore {
  get<T>(kind: string, id: string): Promise<T | null>;
  list<T>(kind: string): Promise<readonly { readonly id: string; readonly value: T }[]>;
  put(kind: string, id: string, value: unknown): Promise<void>;
  remove(kind: string, id: string): Promise<void>;
}
