/** @file The review queue, from the screen: queue, items, judgements, undo, search, progress, keys, trust, deciding. */
import type { z } from "zod";
import {
  judgementReply, passageSearchReply, progress, queueView, reviewersReply, reviewItem, reviewPreferences, undoReply,
  type JudgementReply, type JudgementRequest, type Progress, type QueueQuery, type QueueView, type ReviewItem, type ReviewPassage, type ReviewPreferences,
} from "../contracts/review";
import { disagreementsView, disagreementView, trustView, type DisagreementsView, type DisagreementView, type ReferenceRequest, type TrustView } from "../contracts/review-trust";
import { call, callEmpty } from "./http";

/** What is asked for; absent or "": all. */
export type QueueChoice = { readonly [K in "language" | "kind" | "reason" | "only" | "mine"]?: NonNullable<QueueQuery[K]> | "" };

/** The choice as a query string, always in the same order. */
export function queueQueryOf(choice: QueueChoice): string {
  const query = new URLSearchParams();
  for (const name of ["language", "kind", "reason", "only", "mine"] as const) if (choice[name]) query.set(name, choice[name]);
  return query.toString();
}

export const loadQueue = (query: string, signal?: AbortSignal): Promise<QueueView> => call(queueView, `/api/review/queue?${query}`, { signal });
export const loadItem = (id: string, signal?: AbortSignal): Promise<ReviewItem> => call(reviewItem, `/api/review/items/${id}`, { signal });
export const sendJudgement = (id: string, body: JudgementRequest): Promise<JudgementReply> => call(judgementReply, `/api/review/items/${id}/judgement`, { method: "POST", body });
export const undoLastJudgement = (): Promise<z.infer<typeof undoReply>> => call(undoReply, "/api/review/undo", { method: "POST", body: {} });

export async function findPassages(id: string, words: string, signal?: AbortSignal): Promise<ReviewPassage[]> {
  return (await call(passageSearchReply, `/api/review/items/${id}/search?${new URLSearchParams({ q: words })}`, { signal })).passages;
}

/** `since`: midnight of the reader's own day. */
export function loadProgress(signal?: AbortSignal): Promise<Progress> {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  return call(progress, `/api/review/progress?${new URLSearchParams({ since: midnight.toISOString() })}`, { signal });
}

export const loadReviewKeys = (signal?: AbortSignal): Promise<ReviewPreferences> => call(reviewPreferences, "/api/review/preferences", { signal });
export const saveReviewKeys = (preferences: ReviewPreferences): Promise<ReviewPreferences> => call(reviewPreferences, "/api/review/preferences", { method: "POST", body: preferences });

export const loadTrust = (signal?: AbortSignal): Promise<TrustView> => call(trustView, "/api/review/trust", { signal });
export const loadDisagreements = (signal?: AbortSignal): Promise<DisagreementsView> => call(disagreementsView, "/api/review/disagreements", { signal });
export const loadDisagreement = (id: string, signal?: AbortSignal): Promise<DisagreementView> => call(disagreementView, `/api/review/disagreements/${id}`, { signal });
export const sendReference = (id: string, body: ReferenceRequest): Promise<void> => callEmpty(`/api/review/items/${id}/reference`, { method: "POST", body });
export const sendGold = (id: string, gold: boolean): Promise<void> => callEmpty(`/api/review/items/${id}/gold`, { method: "POST", body: { gold } });
export const sendAssignment = (id: string, reviewerId: string, assigned: boolean): Promise<void> => callEmpty(`/api/review/items/${id}/assignment`, { method: "POST", body: { reviewerId, assigned } });
export const loadReviewers = (signal?: AbortSignal): Promise<z.infer<typeof reviewersReply>> => call(reviewersReply, "/api/review/reviewers", { signal });
