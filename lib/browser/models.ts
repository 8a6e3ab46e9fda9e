/** @file The models page and one's own receipts, from the screen. */
import { comparisonList, modelsView, promoteReply, rankingsView, receiptList, rollbackReply, trainReply, type ComparisonList, type ModelsView, type RankingsView, type ReceiptView, type Schedule, type TrainingKind } from "../contracts/learning";
import type { z } from "zod";
import { call, callEmpty } from "./http";

const version = (id: string, rest = "") => `/api/models/${encodeURIComponent(id)}${rest}`;

export const loadModels = (signal?: AbortSignal): Promise<ModelsView> => call(modelsView, "/api/models", { signal });
export const promoteVersion = (id: string, reason: string): Promise<z.infer<typeof promoteReply>> => call(promoteReply, version(id, "/promote"), { method: "POST", body: { reason } });
export const rollBackVersion = (): Promise<{ serving: number }> => call(rollbackReply, "/api/models/rollback", { method: "POST" });
export const putTrainingSchedule = (schedule: Schedule): Promise<void> => callEmpty("/api/models/schedule", { method: "PATCH", body: schedule });
export const trainNow = (kind: TrainingKind): Promise<{ run: string }> => call(trainReply, "/api/training", { method: "POST", body: { kind } });
export const cancelTraining = (id: string): Promise<void> => callEmpty(`/api/training/${encodeURIComponent(id)}`, { method: "DELETE" });
export const loadComparisons = (id: string, signal?: AbortSignal): Promise<ComparisonList> => call(comparisonList, version(id, "/questions"), { signal });
export const loadRankings = (id: string, item: string, signal?: AbortSignal): Promise<RankingsView> => call(rankingsView, version(id, `/questions/${encodeURIComponent(item)}`), { signal });
export const loadReceipts = async (signal?: AbortSignal): Promise<readonly ReceiptView[]> => (await call(receiptList, "/api/receipts", { signal })).receipts;
