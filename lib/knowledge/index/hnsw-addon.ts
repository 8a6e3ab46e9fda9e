/**
 * @file The only importer of hnswlib-node, a native addon that is compiled at installation and may be missing.
 */
import type * as Hnswlib from "hnswlib-node";

export type HnswAddon = Pick<typeof Hnswlib, "HierarchicalNSW">;

/** What to do when the addon is missing; one line, for the start-up message and `cadre doctor`. */
export const HNSW_MISSING =
  "hnswlib-node is not built, so searches compare every vector (slower past ~50,000 chunks). " +
  "Install a C++ tool chain (`apt-get install g++ make python3`) and run `npm start` again.";

export type HnswLoad = { readonly addon: HnswAddon } | { readonly addon: null; readonly cause: unknown };

/** Never throws: without the addon the exact index serves. */
export async function loadHnsw(): Promise<HnswLoad> {
  try {
    const { default: addon } = await import("hnswlib-node");
    return { addon };
  } catch (cause) {
    return { addon: null, cause };
  }
}
