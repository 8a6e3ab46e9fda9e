/**
 * @file What the rest of the code needs of snapshots: the fingerprint that decides whether one fits, and loading it.
 * Writing goes through `StoredIndex.saveSnapshot`.
 */
export { fingerprintIds } from "./snapshot-format";
export { loadSnapshot, type ExpectedSnapshot } from "./snapshot-load";
