/** @file Details of documents from the screen's side: owner, validity and scope, earlier texts, owners' tasks, what stayed unanswered. */
import type { DocumentKind } from "../core/types";
import { documentVersionList, possibleReaders, termsChoices, type DocumentVersionList, type PossibleReaders, type TermsChangeRequest, type TermsChoices } from "../contracts/documents";
import { taskList, unansweredList, type TaskAction, type TaskList, type TaskQuery, type UnansweredList } from "../contracts/tasks";
import { call, callEmpty } from "./http";

const at = (id: string, rest: string) => `/api/documents/${encodeURIComponent(id)}${rest}`;

export const changeTerms = (id: string, change: TermsChangeRequest): Promise<void> => callEmpty(at(id, "/terms"), { method: "PATCH", body: change });
export const loadTermsChoices = (signal?: AbortSignal): Promise<TermsChoices> => call(termsChoices, "/api/documents/choices", { signal });
export const loadPossibleReaders = (kind: DocumentKind, signal?: AbortSignal): Promise<PossibleReaders> => call(possibleReaders, `/api/documents/readers?kind=${kind}`, { signal });
export const loadVersions = (id: string, signal?: AbortSignal): Promise<DocumentVersionList> => call(documentVersionList, at(id, "/versions"), { signal });

export const loadTasks = ({ whose, status }: TaskQuery, signal?: AbortSignal): Promise<TaskList> => call(taskList, `/api/tasks?whose=${whose}&status=${status}`, { signal });
export const actOnTask = (id: string, action: TaskAction): Promise<void> => callEmpty(`/api/tasks/${encodeURIComponent(id)}`, { method: "PATCH", body: action });
export const loadUnanswered = (signal?: AbortSignal): Promise<UnansweredList> => call(unansweredList, "/api/tasks/unanswered", { signal });
