/**
 * @file A written reply becomes a document: a policy note in Markdown that goes through the same ingestion as any upload, for
 * the chosen readers. Once it is read in, the verified answer cites it (verified-answers/settle.ts).
 */
import { changeVerified, findVerifiedById, type VerifiedRow } from "../../../db/queries/verified-answers";
import type { PublishRequest } from "../../contracts/ask-hr";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, DocumentId, Language, Principal } from "../../core/types";
import { record } from "../audit/record";
import { acceptFiles, fileOf } from "../ingest/accept";
import type { Services } from "../services";
import { dayOf } from "../verified-answers/source";

const scope = systemScope("publish replies");
const WORDS: Readonly<Record<Language, { answered: (day: string) => string }>> = {
  en: { answered: (day) => `Answered by HR on ${day}.` },
  zh: { answered: (day) => `人力资源部于 ${day} 答复。` },
};

/**
 * @returns the new document's id; it is read in like any upload
 * @throws AppError "request/not-found"; "request/conflict" when there are no words of HR's own, or it was published before
 */
export async function publishReply(services: Pick<Services, "db" | "files" | "dispatcher" | "events">, actor: Actor, id: string, request: PublishRequest): Promise<{ documentId: string }> {
  const { db, files } = services;
  const row = await findVerifiedById(db, scope, id);
  if (!row || row.state === "retired") throw new AppError("request/not-found", "no such verified answer", { context: { id } });
  if (row.reply === "") throw new AppError("request/conflict", "nothing written", { userMessage: "This answer quotes a document already: there are no words of its own to publish." });
  if (row.publishedId !== null) throw new AppError("request/conflict", "published already", { userMessage: "This reply is a document already." });
  const source = `${fileName(request.title)}.md`;
  const file = fileOf(source, new TextEncoder().encode(noteOf(row, request.title)));
  const result = await acceptFiles(db, files, scopeOf(actor), [file], {
    kind: "policy",
    acl: request.audience as Principal[],
    onDuplicate: "skip",
    uploadedBy: actor.userId,
    auditedAs: actor,
    titles: { [source]: request.title },
  });
  const [accepted] = result.accepted;
  if (!accepted) throw new AppError("request/conflict", `not accepted: ${result.failed[0]?.code ?? "?"}`, { userMessage: result.failed[0]?.message ?? "The note could not be added to the documents." });
  const documentId = accepted.id as DocumentId;
  await db.transaction(async (tx) => {
    await changeVerified(tx, scope, row.id, { publishedId: documentId, audience: request.audience as Principal[] });
    await record(tx, actor, { action: "verified.published", object: { kind: "verified-answer", id: row.id }, facts: { document: documentId } });
  });
  services.events.publish({ type: "changed", id: documentId });
  services.dispatcher.wake();
  return { documentId };
}

/** The question is the heading, so that a search for it finds the passage. Lines of the reply that look like Markdown stay text. */
function noteOf(row: VerifiedRow, title: string): string {
  const reply = row.reply.replace(/^(\s*)([#>+*-]|\d+[.)])(?=\s)/gm, "$1\\$2").replace(/[<&]/g, (character) => (character === "<" ? "&lt;" : "&amp;"));
  const line = (text: string) => text.replace(/\s+/g, " ").trim();
  return `# ${line(title)}\n\n## ${line(row.question)}\n\n${reply}\n\n${WORDS[row.language].answered(dayOf(row.verifiedAt))}\n`;
}

function fileName(title: string): string {
  const name = title.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return name === "" ? "hr-reply" : name.slice(0, 80);
}
