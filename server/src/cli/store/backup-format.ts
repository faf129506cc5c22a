import { z } from 'zod';
import { PARTS, type Part } from '../../store/contents.ts';
import type { PartDigest } from './row-digest.ts';

export const BACKUP_FORMAT = 'wangge-backup';
export const BACKUP_VERSION = 2;

const digest = z.strictObject({ rows: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * A backup (备份) is gzip of lines of JSON: the head, then of each part in order a line that names it and its rows, then the tail.
 * Without its tail it is not whole.
 */
export const headSchema = z.strictObject({ format: z.literal(BACKUP_FORMAT), version: z.int(), epoch: z.string().min(1), madeAt: z.iso.datetime() });
export const partSchema = z.strictObject({ part: z.enum(PARTS) });
export const tailSchema = z.strictObject({ end: z.literal(true), parts: z.record(z.enum(PARTS), digest) });

export type BackupHead = z.infer<typeof headSchema>;

export interface BackupTail {
  readonly end: true;
  readonly parts: Readonly<Record<Part, PartDigest>>;
}
