/**
 * @file What a backup does with each part of a data folder. A new part of DataPaths does not compile before somebody
 * has decided here.
 */
import type { DataPaths } from "../../config/paths";

type Fate =
  /** In every backup. */
  | "backed-up"
  /** Made again from what is backed up. */
  | "rebuilt"
  /** Fetched or made again by whoever needs it, and never in a backup. A restore leaves one that is there alone. */
  | "stays";

export const DATA_PARTS: Readonly<Record<Exclude<keyof DataPaths, "root">, Fate>> = {
  pglite: "backed-up",
  files: "backed-up",
  skills: "backed-up",
  // Vectors are in the database; their graph is built from them at the next start.
  index: "rebuilt",
  models: "stays",
  // Their trained layers are in the database; the folders are made from them when they are needed.
  trained: "rebuilt",
  // With the session secret in it, whoever gets hold of a backup could sign in as anyone. The price of leaving it out
  // is that everyone signs in once more after a restore elsewhere.
  secrets: "stays",
  lock: "stays",
  backups: "stays",
  lastBackup: "stays",
  requests: "stays",
};
