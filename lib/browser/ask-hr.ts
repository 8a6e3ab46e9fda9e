/** @file Ask HR, verified answers, notifications and sensitive topics from the screens' side. */
import {
  askHrPreview,
  foundPassages,
  inbox,
  inboxItem,
  myAsks,
  type AskHrDraft,
  type AskHrPreview,
  type AskHrSend,
  type FoundPassage,
  type HrAnswer,
  type Inbox,
  type InboxChange,
  type InboxItem,
  type MyAsk,
  type PublishRequest,
  type VerifiedChange,
} from "../contracts/ask-hr";
import { notificationCount, notificationList, type NotificationCount, type NotificationList } from "../contracts/notifications";
import { sensitiveCheck, sensitiveTopicsView, touched, type SensitiveTopic, type SensitiveTopicsView } from "../contracts/sensitive-topics";
import { call, callEmpty } from "./http";

const item = (id: string, rest = "") => `/api/ask-hr/inbox/${encodeURIComponent(id)}${rest}`;
const verified = (id: string, rest = "") => `/api/verified-answers/${encodeURIComponent(id)}${rest}`;

export const previewAsk = (draft: AskHrDraft, signal?: AbortSignal): Promise<AskHrPreview> => call(askHrPreview, "/api/ask-hr/preview", { method: "POST", body: draft, signal });
export const sendAsk = (request: AskHrSend): Promise<void> => callEmpty("/api/ask-hr", { method: "POST", body: request });
export const listMyAsks = async (signal?: AbortSignal): Promise<readonly MyAsk[]> => (await call(myAsks, "/api/ask-hr", { signal })).asks;
export const withdrawAsk = (id: string): Promise<void> => callEmpty(`/api/ask-hr/${encodeURIComponent(id)}`, { method: "DELETE" });

export const loadInbox = (state: string, signal?: AbortSignal): Promise<Inbox> => call(inbox, `/api/ask-hr/inbox?state=${state}`, { signal });
export const openInboxItem = (id: string, signal?: AbortSignal): Promise<InboxItem> => call(inboxItem, item(id), { signal });
export const changeInboxItem = (id: string, change: InboxChange): Promise<InboxItem> => call(inboxItem, item(id), { method: "PATCH", body: change });
export const answerInboxItem = (id: string, answer: HrAnswer): Promise<InboxItem> => call(inboxItem, item(id, "/answer"), { method: "POST", body: answer });
export const declineInboxItem = (id: string, reason: string): Promise<InboxItem> => call(inboxItem, item(id, "/decline"), { method: "POST", body: { reason } });
export const separatePhrasing = (id: string, ref: number): Promise<void> => callEmpty(item(id, "/separate"), { method: "POST", body: { ref } });
export const searchPassages = async (query: string, signal?: AbortSignal): Promise<readonly FoundPassage[]> =>
  (await call(foundPassages, `/api/ask-hr/passages?q=${encodeURIComponent(query)}`, { signal })).passages;

export const checkVerified = (id: string, change: VerifiedChange): Promise<void> => callEmpty(verified(id), { method: "POST", body: change });
export const publishVerified = (id: string, request: PublishRequest): Promise<void> => callEmpty(verified(id, "/publish"), { method: "POST", body: request });

export const countNotifications = (signal?: AbortSignal): Promise<NotificationCount> => call(notificationCount, "/api/notifications/count", { signal });
export const listNotifications = (signal?: AbortSignal): Promise<NotificationList> => call(notificationList, "/api/notifications", { signal });
export const readNotifications = (ids: readonly string[] | null): Promise<void> => callEmpty("/api/notifications/read", { method: "POST", body: { ids } });

export const loadTopics = (signal?: AbortSignal): Promise<SensitiveTopicsView> => call(sensitiveTopicsView, "/api/sensitive-topics", { signal });
export const saveTopics = (topics: readonly SensitiveTopic[]): Promise<SensitiveTopicsView> => call(sensitiveTopicsView, "/api/sensitive-topics", { method: "PATCH", body: { topics } });
export const checkTopics = async (question: string, topics: readonly SensitiveTopic[], signal?: AbortSignal): Promise<readonly string[]> =>
  (await call(sensitiveCheck, "/api/sensitive-topics/check", { method: "POST", body: { question, topics }, signal })).topics;
export const touchedTopics = async (question: string, signal?: AbortSignal): Promise<readonly SensitiveTopic["name"][]> =>
  (await call(touched, "/api/sensitive-topics/touched", { method: "POST", body: { question }, signal })).topics;
