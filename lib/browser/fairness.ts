/** @file Fairness from the screen's side. */
import type { z } from "zod";
import { fairnessReport, importReply, type FairnessReport } from "../contracts/fairness";
import { call, callEmpty } from "./http";

export const loadFairness = (signal?: AbortSignal): Promise<FairnessReport> => call(fairnessReport, "/api/fairness", { signal });
export const importRecords = (csv: string): Promise<z.infer<typeof importReply>> => call(importReply, "/api/fairness/records", { method: "POST", body: { csv } });
export const deleteRecords = (): Promise<void> => callEmpty("/api/fairness/records", { method: "DELETE" });
