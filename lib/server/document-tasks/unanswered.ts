/**
 * @file "Unanswered this week", for HR leads: what several people asked in vain, with the documents that come nearest and
 * whose they are. No names; questions about sensitive topics are left out before anything is grouped.
 */
import { listUnanswered } from "../../../db/queries/unanswered";
import { findDocument } from "../../../db/queries/documents";
import type { UnansweredGroup, UnansweredList } from "../../contracts/tasks";
import { systemClock, type Clock } from "../../core/clock";
import { addDays, dayOf } from "../../core/document-terms";
import { sha256 } from "../../core/hash";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { authorise } from "../policy";
import { sensitivity } from "../sensitive-topics/sensitive";
import type { Services } from "../services";
import { groupQuestions, MIN_PEOPLE, type QuestionGroup } from "./group-questions";

const scope = systemScope("unanswered this week");
const DAYS = 7;
/** Groups shown at most, and documents named for each. */
const MAX_GROUPS = 50;
const NEAREST = 2;

/** @throws AppError "policy/forbidden"; "data/unavailable" when the list of sensitive topics is damaged: then nothing is shown */
export async function unansweredThisWeek(services: Pick<Services, "db" | "readSide"> & { readonly encoder: Pick<Services["encoder"], "embed"> }, actor: Actor, clock: Clock = systemClock): Promise<UnansweredList> {
  authorise(actor, "questions:unanswered");
  const today = dayOf(clock.now());
  const isPrivate = await sensitivity(services.db);
  const asked = await listUnanswered(services.db, scope, new Date(clock.now() - DAYS * 86_400_000));
  const open = asked.filter(({ text, understoodAs, wasSensitive, sentAs }) => !isPrivate({ question: sentAs ?? text, understoodAs, wasSensitive }));
  const texts = open.map(({ text, understoodAs }) => understoodAs ?? text);
  const vectors = texts.length > 0 ? await services.encoder.embed(texts) : [];
  const items = open.map(({ userId, sentAs, at }, i) => ({ userId, sentAs, text: texts[i] ?? "", vector: vectors[i] ?? new Float32Array(), atMs: at.getTime() }));
  const groups = groupQuestions(items).slice(0, MAX_GROUPS);
  return { from: addDays(today, 1 - DAYS), until: today, minPeople: MIN_PEOPLE, groups: await Promise.all(groups.map((group) => view(services, actor, group))) };
}

async function view({ db, readSide }: Pick<Services, "db" | "readSide">, actor: Actor, group: QuestionGroup): Promise<UnansweredGroup> {
  const reader = scopeOf(actor);
  const mayRead = readSide.mayRead(reader);
  // Looked up by what may be shown of it: no single person's words decide which documents are named.
  const wording = group.question ?? group.words.join(" ");
  const { documents } = await readSide.knowledge.retrieve(wording, { k: 5, filter: (passage) => (passage.kind === "policy" || passage.kind === "course") && mayRead(passage) });
  const nearest = documents.slice(0, NEAREST);
  const owner = nearest[0] ? (await findDocument(db, reader, nearest[0].documentId))?.ownerName : null;
  const { question, words, people, times, sentToHr, language, lastMs } = group;
  return { id: sha256(Buffer.from(wording)).slice(0, 16), question, words: [...words], people, times, sentToHr, language, lastOn: dayOf(lastMs), nearest: nearest.map(({ documentId }) => ({ id: documentId, title: readSide.factsOf(documentId)?.title ?? "" })), owner: owner ?? null };
}
