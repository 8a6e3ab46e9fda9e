/**
 * @file People from the screen's side: accounts, one's own password, candidates, openings.
 */
import { z } from "zod";
import { candidateCard, type CandidateCard } from "../contracts/evidence";
import {
  candidateSummary,
  openingView,
  userList,
  type CandidateSummary,
  type CreateUserRequest,
  type OpeningView,
  type UpdateUserRequest,
  type UserList,
  type UserView,
} from "../contracts/people";
import { call, callEmpty } from "./http";

export const listUsers = async (signal?: AbortSignal): Promise<UserView[]> =>
  (await call(userList, "/api/users", { signal })).users;
/** Accounts, and which roles the company's sign-in service decides. */
export const loadUsers = (signal?: AbortSignal): Promise<UserList> => call(userList, "/api/users", { signal });
export const createUser = (request: CreateUserRequest): Promise<void> =>
  callEmpty("/api/users", { method: "POST", body: request });
export const updateUser = (id: string, change: UpdateUserRequest): Promise<void> =>
  callEmpty(`/api/users/${encodeURIComponent(id)}`, { method: "PATCH", body: change });

/** One's own password; every session of the account ends with it. */
export const changePassword = (passwords: { current: string; next: string }): Promise<void> =>
  callEmpty("/api/me/password", { method: "POST", body: passwords });

const candidateList = z.object({ candidates: z.array(candidateSummary) });
export const listCandidates = async (words: string, signal?: AbortSignal): Promise<CandidateSummary[]> =>
  (await call(candidateList, `/api/candidates?q=${encodeURIComponent(words)}`, { signal })).candidates;

const candidateCards = z.object({ candidates: z.array(candidateCard) });
export const searchCandidates = async (request: string, signal?: AbortSignal): Promise<CandidateCard[]> =>
  (await call(candidateCards, `/api/candidates/search?q=${encodeURIComponent(request)}`, { signal })).candidates;

const openingList = z.object({ openings: z.array(openingView) });
export const listOpenings = async (signal?: AbortSignal): Promise<OpeningView[]> =>
  (await call(openingList, "/api/openings", { signal })).openings;
