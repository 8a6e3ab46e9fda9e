/** @file What counts as missing for a model. */
import type { Cell } from "../table/types";

export const isCodedMissing = (cell: Cell): boolean => cell === null || (typeof cell === "number" && !Number.isFinite(cell));
