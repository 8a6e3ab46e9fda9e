/** @file What a job text is read with from now on: suggested weights, and the words that recruiters took in. Openings that were read keep what they have. */
import { z } from "zod";
import { getSetting, putSetting } from "../../../db/queries/settings";
import { keptCue, type KeptCue, type ReadingCue } from "../../contracts/taught-reading";
import { systemScope } from "../../core/scope";
import type { SuggestedWeights } from "../../people/requirements/suggested-weights";
import type { Services } from "../services";
import { servingWeights } from "./weights";

const scope = systemScope("how openings are read");
const IN_USE = "reading_cues";

export interface Reading {
  readonly weights: SuggestedWeights;
  readonly cues: readonly ReadingCue[];
}

export async function readingNow(db: Services["db"]): Promise<Reading> {
  return { weights: await servingWeights(db), cues: await cuesInUse(db) };
}

/** Oldest first. */
export const cuesInUse = async (db: Services["db"]): Promise<KeptCue[]> => z.array(keptCue).parse(JSON.parse((await getSetting(db, scope, IN_USE)) ?? "[]"));
export const keepCues = (db: Services["db"], cues: readonly KeptCue[]): Promise<void> => putSetting(db, scope, { key: IN_USE, value: JSON.stringify(cues) });
