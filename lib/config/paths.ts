/**
 * @file Where things lie: the project's root and the parts of a data folder.
 */
import { existsSync } from "node:fs";
import path from "node:path";

/** The folder that holds package.json: the working directory of every command, or one of its parents. */
export function projectRoot(from: string = process.cwd()): string {
  let folder = path.resolve(/* turbopackIgnore: true */ from);
  while (!existsSync(path.join(/* turbopackIgnore: true */ folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) return path.resolve(/* turbopackIgnore: true */ from);
    folder = parent;
  }
  return folder;
}

export interface DataPaths {
  readonly root: string;
  readonly pglite: string;
  readonly lock: string;
  readonly secrets: string;
  /** Original bytes, one file per SHA-256. */
  readonly files: string;
  /** Index snapshots, one folder per encoder version. */
  readonly index: string;
  /** Encoders named by hub id, fetched once. */
  readonly models: string;
  /** Encoders that versions brought, one folder each; made again from the database where they are missing. */
  readonly trained: string;
  /** The company's own skills (cadre taxonomy import); may be absent. */
  readonly skills: string;
  /** Backups made before an upgrade, and what a backup in progress has put aside. */
  readonly backups: string;
  /** When the last backup was made, and where it went. */
  readonly lastBackup: string;
  /** Where `cadre backup` asks the server that holds the data folder. */
  readonly requests: string;
}

/** @param dataDir absolute, or relative to the project's root */
export function dataPaths(dataDir: string): DataPaths {
  const root = path.resolve(/* turbopackIgnore: true */ projectRoot(), dataDir);
  return {
    root,
    pglite: path.join(root, "pglite"),
    lock: path.join(root, "cadre.lock"),
    secrets: path.join(root, "secrets.json"),
    files: path.join(root, "files"),
    index: path.join(root, "index"),
    models: path.join(root, "models"),
    trained: path.join(root, "trained-encoders"),
    skills: path.join(root, "company-skills.json"),
    backups: path.join(root, "backups"),
    lastBackup: path.join(root, "last-backup.json"),
    requests: path.join(root, "requests"),
  };
}
