/**
 * @file A company that has something to learn: two handbooks about the same things for two crews, a hundred questions that
 * do not say which crew they mean, rated down, and a reviewer who graded the lock crew's passage as the answer. Invented.
 */
import { createAccount } from "../../../db/queries/people";
import { handbook, HANDBOOKS, TOPICS, type Crew } from "../../../e2e/pages/twin-handbooks";
import type { ChatEvent } from "../../contracts/chat";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, Role } from "../../core/types";
import { answerQuestion } from "../../server/chat/answer-question";
import { fileOf } from "../../server/ingest/accept";
import { ingestFiles } from "../../server/ingest/ingest-files";
import { openItem } from "../../server/review/item";
import { judge } from "../../server/review/judge";
import { queueFor } from "../../server/review/queue";
import { rateAnswer } from "../../server/review/signals";
import type { Services } from "../../server/services";

const scope = systemScope("test");
/** Below the daily share of questions that one person may bring into the queue. */
const PER_ASKER = 25;

export interface LearningCompany {
  readonly askers: readonly Actor[];
  readonly reviewer: Actor;
  readonly lead: Actor;
  readonly questions: readonly string[];
}

/** Asks, rates and judges everything. @returns who works there */
export async function foundLearningCompany(services: Services): Promise<LearningCompany> {
  const crews: readonly Crew[] = ["lock", "yard"];
  const files = crews.map((crew) => fileOf(HANDBOOKS[crew].file, Buffer.from(handbook(crew))));
  await ingestFiles(services, scope, files, { kind: "policy", acl: ["role:employee"], onDuplicate: "skip", onNote: () => undefined });
  const askers: Actor[] = [];
  for (let i = 0; i < Math.ceil(TOPICS.length / PER_ASKER); i++) askers.push(await person(services, `asker-${i}`, "employee"));
  const reviewer = await person(services, "reviewer", "reviewer");
  const lead = await person(services, "lead", "hr_lead");
  for (const [at, { question }] of TOPICS.entries()) {
    const asker = askers[at % askers.length] as Actor;
    const { messageId } = await ask(services, asker, question);
    await rateAnswer(services, scopeOf(asker), { messageId, target: { type: "answer", id: null }, verdict: "down", reasons: [], comment: "" });
  }
  await judgeAll(services, reviewer);
  return { askers, reviewer, lead, questions: TOPICS.map(({ question }) => question) };
}

async function person({ db }: Services, name: string, role: Role): Promise<Actor> {
  const { id, roles } = await createAccount(db, scope, { email: `${name}@example.test`, name, roles: role === "employee" ? ["employee"] : ["employee", role], passwordHash: "none" });
  return { userId: id, name, roles };
}

export type Done = Extract<ChatEvent, { event: "done" }>["data"];

/** One question in a conversation of its own. @throws Error with the code when the chat sends an error */
export async function ask(services: Services, actor: Actor, question: string): Promise<Done> {
  const events: ChatEvent[] = [];
  await answerQuestion(services, { actor, request: { conversationId: null, question, regenerate: null }, signal: new AbortController().signal, send: (event) => void events.push(event) });
  const last = events.at(-1);
  if (last?.event !== "done") throw new Error(`no answer: ${last?.event === "error" ? last.data.code : "the stream ended"}`);
  return last.data;
}

async function judgeAll({ db }: Services, reviewer: Actor): Promise<void> {
  const { items } = await queueFor(db, scopeOf(reviewer), { limit: 200 });
  for (const { id } of items) {
    const { question, passages } = await openItem(db, reviewer, id);
    const topic = TOPICS.find((one) => one.question === question);
    const grades = passages.flatMap(({ chunkId, text }) => (topic && text.includes(topic.lock) ? [{ chunkId, relevance: 3, span: null, found: false }] : topic && text.includes(topic.yard) ? [{ chunkId, relevance: 0, span: null, found: false }] : []));
    const verdict = grades.some(({ relevance }) => relevance === 3) ? "graded" : "unanswerable";
    await judge(db, reviewer, id, { state: "done", verdict, grades, note: "", flagged: false, durationMs: 1000, verified: false });
  }
}
