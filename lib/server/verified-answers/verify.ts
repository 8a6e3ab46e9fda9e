/**
 * @file Making, checking and retiring verified answers. A passage is taken with the verifier's own eyes: its document must be
 * readable to them, ready, and hold words there. Used by the inbox and by reviewers.
 */
import type { Database } from "../../../db/client";
import { findDocument, findDocumentText, type DocumentTextRow } from "../../../db/queries/documents";
import { addVerified, changeVerified, findSources, findSuccessors, findVerifiedById, type NewVerified, type VerifiedRow } from "../../../db/queries/verified-answers";
import { ANSWER } from "../../config/defaults";
import type { VerifiedChange } from "../../contracts/ask-hr";
import { AppError } from "../../core/errors";
import { detectLanguage } from "../../core/language";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, Principal } from "../../core/types";
import { record } from "../audit/record";
import { dayOf, faultOf, findAgain } from "./source";

const scope = systemScope("verified answers");

export interface PassageChoice {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
}
type Source = Pick<NewVerified, "documentId" | "sourceSha256" | "sourceTitle" | "quote" | "startChar" | "endChar" | "page" | "headings">;
const NO_SOURCE: Source = { documentId: null, sourceSha256: null, sourceTitle: null, quote: null, startChar: null, endChar: null, page: null, headings: [] };

export interface NewAnswer {
  readonly question: string;
  /** "" with a passage that says it all. */
  readonly reply: string;
  readonly passage: PassageChoice | null;
  readonly shared: boolean;
  /** Who may read words alone. */
  readonly audience: readonly Principal[];
}

/**
 * Verifies an answer in this person's name. Belongs into the transaction of what it answers.
 *
 * @throws AppError "request/invalid" without words and passage, or for a passage that is too long or not there;
 * "request/not-found" for a document that is not this person's to read
 */
export async function verifyAnswer(db: Database, actor: Actor, answer: NewAnswer): Promise<VerifiedRow> {
  if (answer.reply === "" && answer.passage === null) throw new AppError("request/invalid", "neither words nor a passage", { userMessage: "Pick a passage or write an answer." });
  const source = answer.passage ? await sourceOf(db, actor, answer.passage) : NO_SOURCE;
  return addVerified(db, scope, {
    question: answer.question,
    language: detectLanguage(answer.question),
    reply: answer.reply,
    ...source,
    audience: [...answer.audience],
    shared: answer.shared,
    state: "serving",
    verifiedBy: actor.userId,
    verifiedAt: new Date(),
  });
}

/** @throws as verifyAnswer; "request/conflict" for a document that has expired or was superseded */
async function sourceOf(db: Database, actor: Actor, { documentId, start, end }: PassageChoice): Promise<Source> {
  const document = await findDocument(db, scopeOf(actor), documentId);
  const text = document && (await findDocumentText(db, scopeOf(actor), documentId));
  if (!document || !text) throw new AppError("request/not-found", "no readable document with a text", { context: { documentId } });
  const quote = text.text.slice(start, end);
  if (quote.trim() === "" || end > text.text.length) throw new AppError("request/invalid", "an empty passage", { userMessage: "There are no words at that place. Pick the passage again." });
  if (quote.length > ANSWER.maxQuotedChars) {
    throw new AppError("request/invalid", `a passage of ${quote.length} characters`, { userMessage: `A passage may have ${ANSWER.maxQuotedChars} characters; this one has ${quote.length}. Pick the sentences that answer.` });
  }
  if (document.kind === "resume") throw new AppError("request/invalid", "a résumé is no source of an answer", { userMessage: "A résumé cannot be the source of an answer." });
  const row = { documentId: document.id, sourceSha256: document.sha256 };
  const fault = faultOf(row, (await findSources(db, scope, [document.id])).get(document.id), (await findSuccessors(db, scope, [document.id])).get(document.id), dayOf(new Date()));
  if (fault !== null) throw new AppError("request/conflict", `the document is ${fault}`, { userMessage: "That document does not hold any more: it has expired or another one has taken its place. Pick a passage that holds." });
  return { ...row, sourceTitle: document.title, quote, startChar: start, endChar: end, page: text.pages.find((page) => start >= page.start && start < page.end)?.page ?? null, headings: headingsAt(text, start) };
}

/** From the outermost heading to the nearest one above a place. */
function headingsAt({ text, blocks }: DocumentTextRow, offset: number): string[] {
  const path: { level: number; words: string }[] = [];
  for (const block of blocks) {
    if (block.start > offset) break;
    if (block.kind !== "heading") continue;
    const level = block.level ?? 1;
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    path.push({ level, words: text.slice(block.start, block.end).trim() });
  }
  return path.map(({ words }) => words);
}

/**
 * HR has looked at an answer again: keep it as it stands now, change it, or retire it.
 *
 * @throws AppError "request/not-found"; "request/conflict" when the words are no longer there to keep; as verifyAnswer
 */
export async function checkVerified(db: Database, actor: Actor, id: string, change: VerifiedChange): Promise<void> {
  const row = await findVerifiedById(db, scope, id);
  if (!row || row.state === "retired") throw new AppError("request/not-found", "no such verified answer", { context: { id } });
  const values = await changeOf(db, actor, row, change);
  await db.transaction(async (tx) => {
    await changeVerified(tx, scope, row.id, values);
    await record(tx, actor, { action: "verified.checked", object: { kind: "verified-answer", id: row.id }, facts: { did: change.do } });
  });
}

async function changeOf(db: Database, actor: Actor, row: VerifiedRow, change: VerifiedChange): Promise<Partial<NewVerified>> {
  const checked = { state: "serving" as const, suspendedBecause: null, suspendedAt: null, verifiedBy: actor.userId, verifiedAt: new Date() };
  if (change.do === "retire") return { state: "retired" };
  if (change.do === "change") {
    if (change.reply === "" && change.passage === null) throw new AppError("request/invalid", "neither words nor a passage", { userMessage: "Pick a passage or write an answer." });
    const source = change.passage ? await sourceOf(db, actor, change.passage) : NO_SOURCE;
    return { ...checked, ...source, reply: change.reply, shared: change.shared };
  }
  if (row.documentId === null) return checked;
  const found = await findAgain(db, row);
  if (!found) throw new AppError("request/conflict", "the words are not there", { userMessage: "These words do not stand in a document that holds today. Pick another passage, or retire the answer." });
  return { ...checked, ...(await sourceOf(db, actor, found)) };
}
