/**
 * @file People over HTTP: the signed-in user, accounts, candidates and openings.
 */
import { z } from "zod";
import { ROLES } from "../core/types";
import { retentionSettings } from "./setup";

const roles = z.array(z.enum(ROLES)).min(1);

/** Who words answers, and where questions and passages go for it. */
export const languageModelNotice = z.strictObject({
  model: z.string(),
  /** "host:port"; null: in the server's own process. */
  host: z.string().nullable(),
});
export type LanguageModelNotice = z.infer<typeof languageModelNotice>;

export const me = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles,
  /** What the screens may offer; the server decides again on every request. */
  permissions: z.array(z.string()),
  company: z.string(),
  /** Can sign in with a password, and so change it. */
  hasPassword: z.boolean(),
  /** Null: answers are quoted, no language model is asked. */
  languageModel: languageModelNotice.nullable(),
  /** How long chats and résumés are kept. */
  retention: retentionSettings,
});
export type Me = z.infer<typeof me>;

export const userView = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles,
  disabled: z.boolean(),
  /** How they come in; neither: they have not chosen a password yet. */
  signIn: z.strictObject({ password: z.boolean(), company: z.boolean() }),
  /** Left the company: the account is closed for good. */
  removedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  lastSignInAt: z.iso.datetime().nullable(),
});
export type UserView = z.infer<typeof userView>;

export const userList = z.strictObject({
  users: z.array(userView),
  /** Roles that follow the groups of the company's sign-in service for whoever comes in through it. */
  mappedRoles: z.array(z.enum(ROLES)),
});
export type UserList = z.infer<typeof userList>;

export const createUserRequest = z.strictObject({
  name: z.string().trim().min(1).max(120),
  email: z.email().max(254),
  roles,
  password: z.string().min(10).max(200),
});
export const updateUserRequest = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    roles,
    disabled: z.boolean(),
    password: z.string().min(10).max(200),
  })
  .partial();
export type CreateUserRequest = z.infer<typeof createUserRequest>;
export type UpdateUserRequest = z.infer<typeof updateUserRequest>;

/** `POST /api/me/password`: the person's own. Their other sessions end. */
export const changePasswordRequest = z.strictObject({
  current: z.string().min(1).max(200),
  next: z.string().min(10).max(200),
});

/** Until when a person's data is kept, and by what: a term agreed with them, or the company's for résumés. */
export const keptTerm = z.strictObject({ until: z.iso.datetime(), by: z.enum(["agreed", "company"]) });
export type KeptTerm = z.infer<typeof keptTerm>;

/** PATCH /api/candidates/[id]/term: last day; null: no term of their own. */
export const keptTermRequest = z.strictObject({ keepUntil: z.iso.date().nullable() });
export const keptTermAnswer = z.strictObject({ kept: keptTerm.nullable() });

export const candidateSummary = z.strictObject({
  documentId: z.string(),
  name: z.string().nullable(),
  title: z.string().nullable(),
  location: z.string().nullable(),
  years: z.number().nonnegative().nullable(),
  language: z.enum(["en", "zh"]).nullable(),
  source: z.string(),
  addedAt: z.iso.datetime(),
  /** Null: no term holds. */
  kept: keptTerm.nullable(),
});
export type CandidateSummary = z.infer<typeof candidateSummary>;

export const openingView = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  text: z.string(),
});
export type OpeningView = z.infer<typeof openingView>;
