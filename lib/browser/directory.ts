/** @file The directory from the screen's side: people, relations, the import, removing someone who leaves. */
import { directoryView, importPreview, removalView, type DirectoryView, type ImportPreview, type RemovalView } from "../contracts/directory";
import type { LearningGroupKind } from "../core/types";
import { call, callEmpty } from "./http";

export const loadDirectory = (signal?: AbortSignal): Promise<DirectoryView> => call(directoryView, "/api/people", { signal });
export const changeManager = (id: string, managerId: string | null): Promise<void> => callEmpty(`/api/people/${encodeURIComponent(id)}`, { method: "PATCH", body: { managerId } });

/** @param digest of the preview; null: only look */
export const importDirectory = (csv: string, digest: string | null): Promise<ImportPreview> => call(importPreview, "/api/people/import", { method: "POST", body: { csv, digest } });

export const nameHiringManager = (grant: { openingId: string; userId: string; until: string }): Promise<void> => callEmpty("/api/people/hiring-managers", { method: "POST", body: grant });
export const endHiringManager = (grant: { openingId: string; userId: string }): Promise<void> => callEmpty("/api/people/hiring-managers", { method: "DELETE", body: grant });

interface LearningGrant {
  readonly userId: string;
  readonly kind: LearningGroupKind;
  readonly group: string;
}
export const nameLearningPartner = (grant: LearningGrant): Promise<void> => callEmpty("/api/people/learning-partners", { method: "POST", body: grant });
export const endLearningPartner = (grant: LearningGrant): Promise<void> => callEmpty("/api/people/learning-partners", { method: "DELETE", body: grant });

/** What removing an account's person would do. */
export const previewRemoval = (userId: string, signal?: AbortSignal): Promise<RemovalView> => call(removalView, `/api/users/${encodeURIComponent(userId)}/removal`, { signal });
export const removePerson = (userId: string): Promise<RemovalView> => call(removalView, `/api/users/${encodeURIComponent(userId)}/removal`, { method: "POST", body: {} });
