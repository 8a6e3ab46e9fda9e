/** @file Recruiting from the screen's side: openings, applications, scores, shortlists. */
import { z } from "zod";
import { applicationDetail, openingPage, openingSummary, receiptReply, rescoreReport, type Receipt, type AddApplicationsRequest, type ApplicationDetail, type MoveRequest, type OpeningChangeRequest, type OpeningPage, type OpeningSummary, type RequirementsRequest, type RescoreReport } from "../contracts/recruiting";
import { letter, type Letter, type LetterQuery } from "../contracts/letters";
import { poolPage, type PoolPage } from "../contracts/recruiting-pool";
import { shortlistPage, shortlistView, type ShareRequest, type ShortlistPage, type ShortlistView } from "../contracts/shortlists";
import type { Language } from "../core/types";
import { call, callEmpty } from "./http";

const opening = (id: string, rest = "") => `/api/recruiting/openings/${encodeURIComponent(id)}${rest}`;
const application = (id: string, rest = "") => `/api/recruiting/applications/${encodeURIComponent(id)}${rest}`;

const openings = z.object({ openings: z.array(openingSummary) });
export const listOpeningsToWork = async (signal?: AbortSignal): Promise<OpeningSummary[]> => (await call(openings, "/api/recruiting/openings", { signal })).openings;
export const loadOpening = (id: string, signal?: AbortSignal): Promise<OpeningPage> => call(openingPage, opening(id), { signal });
export const takeUpOpening = (id: string): Promise<void> => callEmpty(opening(id), { method: "POST" });
export const changeOpening = (id: string, change: OpeningChangeRequest): Promise<void> => callEmpty(opening(id), { method: "PATCH", body: change });
export const changeMember = (id: string, change: { userId: string; member: boolean }): Promise<void> => callEmpty(opening(id, "/members"), { method: "POST", body: change });
export const correctRequirements = (id: string, edit: RequirementsRequest): Promise<{ revision: number }> => call(z.object({ revision: z.number() }), opening(id, "/requirements"), { method: "POST", body: edit });
export const addApplications = (id: string, request: AddApplicationsRequest): Promise<{ added: number }> => call(z.object({ added: z.number() }), opening(id, "/applications"), { method: "POST", body: request });
export const loadPool = (id: string, signal?: AbortSignal): Promise<PoolPage> => call(poolPage, opening(id, "/pool"), { signal });
export const rescoreOpening = (id: string, request: { reason: string; apply: boolean }): Promise<RescoreReport> => call(rescoreReport, opening(id, "/score"), { method: "POST", body: request });
/** @param scoring number of the scoring that a decision was made on; undefined: all of them */
/** @param language of the page that is printed */
export const evidenceAddress = (id: string, language: Language, scoring?: number): string => opening(id, `/evidence?language=${language}${scoring === undefined ? "" : `&scoring=${scoring}`}`);

export const loadApplication = (id: string, signal?: AbortSignal): Promise<ApplicationDetail> => call(applicationDetail, application(id), { signal });
export const moveApplication = (id: string, move: MoveRequest): Promise<void> => callEmpty(application(id), { method: "PATCH", body: move });
export const addNote = (id: string, note: { text: string; remindAt: string | null }): Promise<void> => callEmpty(application(id, "/notes"), { method: "POST", body: note });
export const deleteNote = (id: string, note: string): Promise<void> => callEmpty(application(id, "/notes"), { method: "DELETE", body: { note } });
export const loadLetter = (id: string, { kind, language }: { readonly kind: LetterQuery["kind"]; readonly language: LetterQuery["language"] }, signal?: AbortSignal): Promise<Letter> => call(letter, `${application(id, "/letter")}?kind=${kind}${language ? `&language=${language}` : ""}`, { signal });

export const eraseCandidate = (id: string): Promise<Receipt> => call(receiptReply, application(id, "/erase"), { method: "POST" });
export const keepCandidate = (id: string, keepUntil: string | null): Promise<void> => callEmpty(application(id, "/erase"), { method: "PATCH", body: { keepUntil } });
export const exportAddress = (id: string): string => application(id, "/export");

const lists = z.object({ shortlists: z.array(shortlistView) });
export const listShortlists = async (id: string, signal?: AbortSignal): Promise<ShortlistView[]> => (await call(lists, opening(id, "/shortlists"), { signal })).shortlists;
export const putOnShortlist = (id: string, request: { shortlist: string | null; name: string; entries: readonly { application: string; reason: string }[] }): Promise<void> => callEmpty(opening(id, "/shortlists"), { method: "POST", body: request });
export const takeOffShortlist = (id: string, entry: { shortlist: string; application: string }): Promise<void> => callEmpty(opening(id, "/shortlists"), { method: "DELETE", body: entry });
export const shareShortlist = (id: string, request: ShareRequest): Promise<{ link: string }> => call(z.object({ link: z.string() }), opening(id, "/shortlists/share"), { method: "POST", body: request });
export const endShare = (id: string, link: string): Promise<void> => callEmpty(opening(id, "/shortlists/share"), { method: "DELETE", body: { link } });
export const loadShared = (link: string, signal?: AbortSignal): Promise<ShortlistPage> => call(shortlistPage, `/api/recruiting/shared/${encodeURIComponent(link)}`, { signal });
export const answerShared = (link: string, answer: { application: string; verdict: "yes" | "no" | "unsure"; note: string }): Promise<void> => callEmpty(`/api/recruiting/shared/${encodeURIComponent(link)}`, { method: "POST", body: answer });
