/**
 * @file What a backup file says of itself (its list of contents), what `cadre backup` and `cadre restore` print, and
 * the messages by which a command asks the server that holds the data folder to put a copy aside.
 */
import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** Raised when a reader of today could not read what a writer of tomorrow writes. */
export const BACKUP_FORMAT = 1;

/** The two fields that every format, also a later one, keeps: enough to say why a backup cannot be read. */
export const backupHead = z.object({ format: z.number().int().positive(), cadre: z.string() });

/** `manifest.json`, the last but one entry of the archive; `manifest.json.sha256`, the last, holds its hash. */
export const backupManifest = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  /** Version of Cadre that wrote it. */
  cadre: z.string(),
  createdAt: z.iso.datetime(),
  database: z.enum(["pglite", "postgres"]),
  /** Newest migration that the data has. */
  migration: z.strictObject({ index: count, tag: z.string() }),
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: count, part: z.string() })),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string().regex(/^-?\d+$/) })),
  /** Originals that documents name and that were not on disk, or not with those bytes, when the backup was made. */
  missingOriginals: z.array(z.string()),
  /** Every other entry of the archive, in its order. Tables are gzip; originals as they are, named by their hash. */
  parts: z.array(z.strictObject({ path: z.string(), bytes: count, sha256 })),
});
export type BackupManifest = z.infer<typeof backupManifest>;

export const backupOutput = z.strictObject({
  /** Absolute path of the finished, verified file. */
  file: z.string(),
  bytes: count,
  createdAt: z.iso.datetime(),
  database: z.enum(["pglite", "postgres"]),
  /** True when a server (or another command) was using the data folder meanwhile. */
  whileServing: z.boolean(),
  /** Milliseconds for which that server's statements had to wait; 0 for PostgreSQL and when nobody served. */
  pausedMs: z.number().nonnegative(),
  documents: count,
  originals: count,
  tables: z.record(z.string(), count),
  durationMs: count,
  /** Sentences; empty when everything is in the backup. */
  warnings: z.array(z.string()),
});
export type BackupOutput = z.infer<typeof backupOutput>;

export const restoreOutput = z.strictObject({
  dataDir: z.string(),
  database: z.enum(["pglite", "postgres"]),
  /** Of the backup. */
  createdAt: z.iso.datetime(),
  cadre: z.string(),
  /** Migrations that were applied to the backup's data, oldest first; empty when it was up to date. */
  migrated: z.array(z.string()),
  documents: count,
  originals: count,
  tables: z.record(z.string(), count),
  durationMs: count,
  warnings: z.array(z.string()),
});
export type RestoreOutput = z.infer<typeof restoreOutput>;

/** `last-backup.json` in the data folder: what `cadre doctor` tells. */
export const lastBackup = z.object({ file: z.string(), bytes: count, createdAt: z.iso.datetime(), documents: count });
export type LastBackup = z.infer<typeof lastBackup>;

/** `requests/<id>.json`: written by the command, whole. */
export const snapshotRequest = z.object({ kind: z.literal("snapshot"), at: z.iso.datetime() });

/** `requests/<id>.reply.json`: written by the server, whole. `folder` lies in the data folder and is the asker's to remove. */
export const snapshotReply = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready"), folder: z.string(), pausedMs: z.number().nonnegative(), warnings: z.array(z.string()).default([]) }),
  z.object({ kind: z.literal("failed"), message: z.string() }),
]);
export type SnapshotReply = z.infer<typeof snapshotReply>;
