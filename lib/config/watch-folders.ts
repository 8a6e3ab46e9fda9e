/**
 * @file CADRE_WATCH_DIR: folders whose files are documents. `<folder>[=kind]`, several parted as in PATH (":" here, ";" on
 * Windows): `/srv/policies:/srv/courses=course`. Without a kind: policies.
 */
import path from "node:path";
import { z } from "zod";

const KINDS = ["policy", "course", "job", "resume"] as const;

export interface WatchFolder {
  /** Absolute. */
  readonly folder: string;
  readonly kind: (typeof KINDS)[number];
}

/** A setting that names a folder that is not absolute, or an unknown kind, is refused with what to write. */
export const watchFolders = z
  .string()
  .transform((value, context): WatchFolder[] =>
    value
      .split(path.delimiter)
      .map((part) => part.trim())
      .filter(Boolean)
      .flatMap((part) => {
        const at = part.lastIndexOf("=");
        const folder = at < 0 ? part : part.slice(0, at);
        const kind = KINDS.find((known) => known === (at < 0 ? "policy" : part.slice(at + 1)));
        if (!path.isAbsolute(folder)) context.addIssue({ code: "custom", message: `"${folder}" is not an absolute path` });
        if (kind === undefined) context.addIssue({ code: "custom", message: `"${part.slice(at + 1)}" is no kind of document; write ${KINDS.join(", ")}` });
        return kind === undefined ? [] : [{ folder: path.resolve(/* turbopackIgnore: true */ folder), kind }];
      }),
  )
  .optional();
