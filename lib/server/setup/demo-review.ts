/**
 * @file Rated answers and judgements of the demo company, so that the review queue is not empty on the first day. The answers
 * are real ones, given by this assistant to the demo's own questions; who rated and judged them is invented, follows from
 * what the questions are known to be answered by, and is marked as demo. Runs once; nothing of it can be mistaken for work.
 */
import { createAccount, listAccounts, updateAccount } from "../../../db/queries/people";
import { putJudgement, setGold } from "../../../db/queries/review-judgements";
import { findItem, type ItemRow } from "../../../db/queries/review-queue";
import { listItemIds, markDemoItem } from "../../../db/queries/review-sources";
import { getSetting, putSetting } from "../../../db/queries/settings";
import { DEMO_ACCOUNTS } from "../../../db/seed";
import { comparable, ratedDemoQuestions, type DemoQuestion } from "../../../db/seed/review/questions";
import { DEMO_RATERS, type DemoRater } from "../../../db/seed/review/raters";
import { randomBytes } from "node:crypto";
import type { ChatEvent } from "../../contracts/chat";
import type { Answer } from "../../contracts/evidence";
import type { Grade, ReviewVerdict } from "../../contracts/review";
import { AppError, isAppError } from "../../core/errors";
import { createRng } from "../../core/rng";
import { scopeOf, systemScope, type ActorScope } from "../../core/scope";
import type { Actor, ReviewItemId } from "../../core/types";
import { answerQuestion } from "../chat/answer-question";
import { hashPassword } from "../password";
import { rateAnswer } from "../review/signals";
import type { Services } from "../services";

const scope = systemScope("first start");
const DONE_SETTING = "demo_review";
const SEED = 5;
/** Of the items, in the order of the draw: judged by the reviewer, by the HR lead too, and those that check reviewers. */
const JUDGED = 18;
const JUDGED_TWICE = 9;
const GOLD = 5;
const DAY_MS = 86_400_000;

/** Asks, rates and judges; at the first start, and once for a demo company from before there was a queue. */
export async function seedDemoReview(services: Services, note: (line: string) => void): Promise<void> {
  const { db } = services;
  if ((await getSetting(db, scope, DONE_SETTING)) !== null) return;
  note("Asking the demo company's questions, for the review queue …");
  const raters = await raterActors(services);
  const random = createRng(SEED);
  const asked = new Map<string, DemoQuestion>();
  for (const [index, question] of ratedDemoQuestions().entries()) {
    const group = raters.filter(({ rater }) => rater.employee.language === question.language);
    const first = group[index % group.length];
    // Every fourth question is asked by a second person as well.
    const second = index % 4 === 0 ? group[(index + 1) % group.length] : undefined;
    for (const each of [first, second]) if (each) await askAndRate(services, each, question, random);
    asked.set(question.question, question);
  }
  await judgeSome(services, asked, random);
  await putSetting(db, scope, { key: DONE_SETTING, value: "1" });
}

interface Rater {
  readonly rater: DemoRater;
  readonly actor: Actor;
}

async function raterActors(services: Services): Promise<Rater[]> {
  const { db } = services;
  const found: Rater[] = [];
  for (const rater of DEMO_RATERS) {
    const { name, email } = rater.employee;
    try {
      const made = await createAccount(db, scope, { email, name, roles: ["employee"], passwordHash: await hashPassword(randomBytes(24).toString("base64url")), demo: true });
      await updateAccount(db, scope, { id: made.id, change: { disabled: true } });
    } catch (error) {
      // A first start that was cut short has made it already.
      if (!isAppError(error) || error.code !== "request/conflict") throw error;
    }
    const account = (await listAccounts(db, scope)).find((other) => other.email === email);
    if (account) found.push({ rater, actor: { userId: account.id, name, roles: ["employee"] } });
  }
  return found;
}

async function askAndRate(services: Services, { rater, actor }: Rater, question: DemoQuestion, random: () => number): Promise<void> {
  const done = await ask(services, actor, question.question);
  const isRight = answersRight(done.answer, question);
  const isUp = random() < rater.wrongShare ? !isRight : isRight;
  const reason = question.answerable ? ("wrong_source" as const) : ("wrong" as const);
  await rateAnswer(services, scopeOf(actor), { messageId: done.messageId, target: { type: "answer", id: null }, verdict: isUp ? "up" : "down", reasons: isUp ? [] : [reason], comment: "" });
}

/** @throws AppError when the assistant could not answer */
async function ask(services: Services, actor: Actor, question: string): Promise<{ messageId: string; answer: Answer }> {
  const events: ChatEvent[] = [];
  await answerQuestion(services, { actor, request: { conversationId: null, question, regenerate: null }, signal: new AbortController().signal, send: (event) => void events.push(event) });
  const done = events.find((event) => event.event === "done");
  if (done?.event !== "done") throw new AppError("internal/broken-assumption", "a demo question was not answered");
  return done.data;
}

function answersRight(answer: Answer, question: DemoQuestion): boolean {
  if (!question.answerable) return answer.outcome === "none" || answer.outcome === "out_of_scope";
  const quote = comparable(question.quote);
  return answer.citations.some((citation) => quote.includes(comparable(citation.quote)) || comparable(citation.quote).includes(quote));
}

/** The first ones are judged already: by the reviewer, half of them by the HR lead too, a few of them known to be right. */
async function judgeSome(services: Services, asked: ReadonlyMap<string, DemoQuestion>, random: () => number): Promise<void> {
  const { db } = services;
  const accounts = await listAccounts(db, scope);
  const actorOf = (role: "reviewer" | "hr_lead"): ActorScope | null => {
    const email = DEMO_ACCOUNTS.find((account) => account.roles.includes(role))?.email;
    const account = accounts.find((other) => other.email === email);
    return account ? scopeOf({ userId: account.id, roles: account.roles }) : null;
  };
  const [reviewer, lead] = [actorOf("reviewer"), actorOf("hr_lead")];
  let judged = 0;
  for (const id of await listItemIds(db, scope)) {
    await markDemoItem(db, scope, id);
    const found = await findItem(db, scope, id);
    const question = found && asked.get(found.item.question);
    if (!found || !question || !reviewer || !lead || judged >= JUDGED + GOLD) continue;
    const truth = truthOf(found, question);
    if (truth === null) continue;
    if (judged < JUDGED) {
      await put(services, { by: reviewer, id, truth: doubted(truth, random, 0.06), days: 12 - judged / 2, random });
      if (judged < JUDGED_TWICE) await put(services, { by: lead, id, truth: doubted(truth, random, 0.15), days: 4 - judged / 4, random });
    } else {
      await putJudgement(db, lead, { itemId: id, kind: "reference", state: "done", ...truth, note: "", flagged: false, durationMs: null }, { at: daysAgo(3), demo: true });
      await setGold(db, scope, id, true);
    }
    judged += 1;
  }
}

interface Truth {
  readonly verdict: ReviewVerdict;
  readonly grades: readonly Grade[];
}

/** What the question is known to be answered by; null when the passage that answers it was not found. */
function truthOf({ passages }: ItemRow, question: DemoQuestion): Truth | null {
  const top = passages.slice(0, 5);
  const grade = (chunkId: string, relevance: number): Grade => ({ chunkId, relevance, span: null, found: false });
  if (!question.answerable) return { verdict: "unanswerable", grades: [] };
  const quote = comparable(question.quote);
  const right = top.find((passage) => comparable(passage.text).includes(quote));
  if (!right) return null;
  return { verdict: "graded", grades: top.map((passage) => grade(passage.chunkId, passage === right ? 3 : passage.documentId === right.documentId ? 1 : 0)) };
}

/** Somebody in a hurry: a grade is now and then one or two off. @param share 0–1 */
function doubted(truth: Truth, random: () => number, share: number): Truth {
  const slip = (relevance: number) => (random() < 0.5 ? Math.min(3, relevance + 1) : Math.max(0, relevance - 2));
  return { ...truth, grades: truth.grades.map((grade) => (random() < share ? { ...grade, relevance: slip(grade.relevance) } : grade)) };
}

async function put({ db }: Services, judgement: { by: ActorScope; id: ReviewItemId; truth: Truth; days: number; random: () => number }): Promise<void> {
  const { by, id, truth, days, random } = judgement;
  const durationMs = Math.round(4_000 + random() * 9_000);
  await putJudgement(db, by, { itemId: id, kind: "own", state: "done", ...truth, note: "", flagged: false, durationMs }, { at: daysAgo(days), demo: true });
}

const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS);
