/**
 * @file Receipts of what people did, not training: the document that somebody called wrong says something else now, or its
 * owner looked and left it, or HR verified an answer to their question. Worked out when the person looks, with what they may
 * read then; whoever rated is told by the bell when it happens. Private subjects raise no task, so nobody is told of them.
 */
import { findDocument, findDocumentText, type DocumentTextRow } from "../../../db/queries/documents";
import { listComplaintsAbout, listOwnComplaints, listRemedies, listVerifiedOf, type Complaint, type Remedy } from "../../../db/queries/hr-receipts";
import type { VerifiedRow } from "../../../db/queries/verified-answers";
import type { Database } from "../../../db/client";
import type { ReceiptView } from "../../contracts/learning";
import { scopeOf, systemScope, type ActorScope } from "../../core/scope";
import type { Actor, DocumentId, FeedbackId, UserId } from "../../core/types";
import { isForOwner, isAboutDocument } from "../document-tasks/complaints";
import { notify } from "../notifications/notify";
import { sensitivity } from "../sensitive-topics/sensitive";
import { citationFor, mayReadWords } from "../verified-answers/find";
import { suspendStale } from "../verified-answers/source";

const scope = systemScope("receipts");
/** Characters of a document that a receipt shows. */
const SHOWN_CHARS = 280;

export type DoneByPeople = Pick<ReceiptView, "mended" | "verified">;

/** By rating; a rating about which nothing was done is not in it. */
export async function doneByPeople(db: Database, actor: Actor, ratings: readonly { readonly feedbackId: FeedbackId; readonly question: string; readonly ratedAt: Date }[]): Promise<ReadonlyMap<FeedbackId, DoneByPeople>> {
  const own = scopeOf(actor);
  const complaints = new Map((await listOwnComplaints(db, own, ratings.length)).map((complaint) => [complaint.feedbackId, complaint]));
  const remedies = await listRemedies(db, own, [...new Set([...complaints.values()].flatMap(citedBy))]);
  const answers = await listVerifiedOf(db, own, ratings.map(({ question }) => question));
  const done = new Map<FeedbackId, DoneByPeople>();
  for (const { feedbackId, question, ratedAt } of ratings) {
    const complaint = complaints.get(feedbackId);
    const mended = complaint ? await mendedFor(db, own, complaint, remedies) : null;
    const row = answers.find((answer) => answer.question === question && answer.verifiedAt > ratedAt);
    const verified = row ? await verifiedView(db, own, row) : null;
    if (mended || verified) done.set(feedbackId, { mended, verified });
  }
  return done;
}

const citedBy = (complaint: Complaint): DocumentId[] => (isForOwner(complaint) ? complaint.citations.map(({ documentId }) => documentId as DocumentId).filter((id) => isAboutDocument(complaint, id)) : []);

async function mendedFor(db: Database, own: ActorScope, complaint: Complaint, remedies: readonly Remedy[]): Promise<ReceiptView["mended"]> {
  const cited = new Set(citedBy(complaint));
  const mine = remedies.filter((remedy) => cited.has(remedy.cited) && remedy.at > complaint.ratedAt);
  const remedy = mine.find(({ kind }) => kind === "replaced") ?? mine[0];
  const document = remedy && (await findDocument(db, own, remedy.documentId));
  const text = document && (await findDocumentText(db, own, document.id));
  if (!remedy || !document || !text) return null;
  const shown = complaint.citations.filter(({ documentId }) => documentId === remedy.cited);
  const isSame = shown.every(({ quote }) => plain(text.text).includes(plain(quote)));
  return { documentId: document.id, title: document.title, at: remedy.at.toISOString(), changed: !isSame, says: isSame ? null : sectionLike(text, shown[0]?.headings ?? []) };
}

const plain = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** What stands under the same heading now, its beginning; null when there is no such heading any more. */
export function sectionLike({ text, blocks }: Pick<DocumentTextRow, "text" | "blocks">, headings: readonly string[]): string | null {
  const wanted = plain(headings.at(-1) ?? "");
  const at = wanted === "" ? -1 : blocks.findIndex((block) => block.kind === "heading" && plain(text.slice(block.start, block.end)) === wanted);
  if (at === -1) return null;
  const next = blocks.findIndex((block, i) => i > at && block.kind === "heading");
  const section = plain(blocks.slice(at + 1, next === -1 ? undefined : next).map((block) => text.slice(block.start, block.end)).join(" "));
  if (section === "") return null;
  if (section.length <= SHOWN_CHARS) return section;
  const end = Math.max(...[". ", "。", "; ", "；"].map((stop) => section.lastIndexOf(stop, SHOWN_CHARS)));
  return `${section.slice(0, end > SHOWN_CHARS / 3 ? end + 1 : SHOWN_CHARS).trim()} …`;
}

async function verifiedView(db: Database, own: ActorScope, row: VerifiedRow): Promise<ReceiptView["verified"]> {
  if ((await suspendStale(db, [row])).size > 0) return null;
  const at = row.verifiedAt.toISOString();
  if (row.documentId === null) return mayReadWords(own, row) ? { at, text: row.reply } : null;
  const citation = await citationFor(db, own, row);
  return citation ? { at, text: row.reply === "" ? citation.quote : row.reply } : null;
}

/** The document was replaced, or its owner has dealt with the ratings: whoever complained is told. @param by not told */
export async function tellComplainants(db: Database, about: { readonly cited: DocumentId; readonly since: Date | null; readonly by: UserId | null }): Promise<void> {
  const isPrivate = await sensitivity(db);
  const complaints = (await listComplaintsAbout(db, scope, about)).filter((complaint) => isForOwner(complaint) && isAboutDocument(complaint, about.cited) && !isPrivate(complaint));
  await tell(db, complaints.map(({ userId }) => userId), about.by, { en: "HR has looked at a document that you marked. See what came of it.", zh: "人力资源部已处理您反馈过的文件，请查看结果。" });
}

/** HR verified an answer to a question that these people rated. */
export async function tellVerified(db: Database, raters: readonly UserId[], by: UserId): Promise<void> {
  await tell(db, raters, by, { en: "HR has verified an answer to a question that you rated.", zh: "人力资源部已核实您评价过的问题的答复。" });
}

async function tell(db: Database, people: readonly UserId[], except: UserId | null, words: { readonly en: string; readonly zh: string }): Promise<void> {
  await notify(db, [...new Set(people)].filter((userId) => userId !== except).map((userId) => ({ userId, kind: "feedback.receipt", words, href: "/feedback" })));
}
