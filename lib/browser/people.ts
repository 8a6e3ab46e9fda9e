/**
 * @file People from the screen's side: who I am, accounts, candidates, openings, and the demo's accounts.
 */
import { z } from "zod";
import { candidateCard, type CandidateCard } from "../contracts/evidence";
import {
  candidateSummary,
  me,
  openingView,
  userView,
  type CandidateSummary,
  type createUserRequest,
  type Me,
  type OpeningView,
  type updateUserRequest,
  type UserView,
} from "../contracts/people";
import { call, callEmpty } from "./http";

export const loadMe = (signal?: AbortSignal): Promise<Me> => call(me, "/api/me", { signal });

const userList = z.union([
  z.object({ users: z.array(userView) }).transform((value) => value.users),
  z.array(userView),
]);

export const listUsers = (signal?: AbortSignal): Promise<UserView[]> => call(userList, "/api/users", { signal });
export const createUser = (request: z.infer<typeof createUserRequest>): Promise<void> =>
  callEmpty("/api/users", { method: "POST", body: request });
export const updateUser = (id: string, change: z.infer<typeof updateUserRequest>): Promise<void> =>
  callEmpty(`/api/users/${encodeURIComponent(id)}`, { method: "PATCH", body: change });
export const deleteUser = (id: string): Promise<void> =>
  callEmpty(`/api/users/${encodeURIComponent(id)}`, { method: "DELETE" });

const candidateList = z.object({ candidates: z.array(candidateSummary) });
export const listCandidates = async (words: string, signal?: AbortSignal): Promise<CandidateSummary[]> =>
  (await call(candidateList, `/api/candidates?q=${encodeURIComponent(words)}`, { signal })).candidates;

const candidateCards = z.object({ candidates: z.array(candidateCard) });
export const searchCandidates = async (request: string, signal?: AbortSignal): Promise<CandidateCard[]> =>
  (await call(candidateCards, `/api/candidates/search?q=${encodeURIComponent(request)}`, { signal })).candidates;

const openingList = z.object({ openings: z.array(openingView) });
export const listOpenings = async (signal?: AbortSignal): Promise<OpeningView[]> =>
  (await call(openingList, "/api/openings", { signal })).openings;

const demo = z.object({
  demo: z.boolean(),
  accounts: z.array(
    z.object({ email: z.string(), name: z.string(), roles: z.array(z.string()), password: z.string() }),
  ),
});
export type DemoAccounts = z.infer<typeof demo>;
/** The accounts of the demo company; an empty list when this server holds a real company. */
export const loadDemo = (signal?: AbortSignal): Promise<DemoAccounts> => call(demo, "/api/demo", { signal });
