/**
 * @file Answering one question of a conversation: store it, run the assistant on the asker's behalf, store the
 * answer, tell the caller as it happens. `done` is sent only after the answer is on disk.
 */
import { appendQuestion, beginAnswer, findQuestion, finishAnswer, interruptAnswer, recentTurns } from "../../../db/queries/chat";
import { exposuresOf, recordExposures } from "../../../db/queries/exposures";
import { toAppError, type AppError } from "../../core/errors";
import type { ChatEvent, ChatRequest } from "../../contracts/chat";
import type { Answer, CandidateCard, Citation } from "../../contracts/evidence";
import { scopeOf } from "../../core/scope";
import type { Actor, ConversationId, MessageId } from "../../core/types";
import type { AssistantEvent, AskResult, Turn } from "../../assistant/types";
import { record, shownDocuments } from "../audit/record";
import { isSensitive } from "../sensitive-topics/sensitive";
import type { ServedVersion } from "../learning/serving";
import type { Services } from "../services";
import { verifiedFor } from "../verified-answers/find";
import { raiseDisagreement } from "../document-tasks/raise";
import { applicabilityOf } from "../documents/applicability";
import { insightsFor } from "../insights/assistant-port";
import { growthFor } from "../growth/assistant-port";
import { recruitingFor } from "../recruiting/assistant-port";
import { mayRank } from "../recruiting/ended-terms";
import { logIncident } from "../http";
import { modulesOff, openCapabilities } from "../modules/state";
import { capabilitiesOf } from "./capabilities";

/** Turns that a follow-up may refer to. */
const HISTORY_TURNS = 6;

export interface AnswerQuestionOptions {
  readonly actor: Actor;
  readonly request: ChatRequest;
  /** Aborted when the asker presses stop or goes away; what had arrived is kept as "stopped". */
  readonly signal: AbortSignal;
  readonly send: (event: ChatEvent) => void;
}

/** Never throws: every failure is sent as an `error` event, the question stays stored. */
export async function answerQuestion(services: Services, options: AnswerQuestionOptions): Promise<void> {
  const { actor, request, signal, send } = options;
  const scope = scopeOf(actor);
  const started = performance.now();
  const partial = createPartial();
  let messageId: MessageId | undefined;
  let served: ServedVersion = { id: null, learned: null };
  try {
    const question = request.regenerate
      ? await findQuestion(services.db, scope, request.regenerate as MessageId)
      : await appendQuestion(services.db, scope, { conversationId: request.conversationId as ConversationId | null, text: request.question, sensitive: await isSensitive(services.db, { question: request.question }) });
    const { conversationId, questionId } = question;
    const begun = await beginAnswer(services.db, scope, { questionId, encoderVersion: services.encoder.version });
    messageId = begun.messageId;
    // Taken once: whatever is promoted meanwhile, this question is answered by one version.
    served = await services.learning.serving.current();
    const history = await recentTurns(services.db, scope, { conversationId, before: questionId, limit: HISTORY_TURNS });
    const sent = { conversationId, messageId: begun.messageId };
    const pass = (event: AssistantEvent) => {
      partial.take(event);
      send(toChatEvent(event, sent));
    };
    // People are shown only once the audit log says to whom.
    const held: AssistantEvent[] = [];
    const off = await modulesOff(services.db);
    const result = await services.assistant.ask(
      { question: question.text, history: history.flatMap(toTurn), capabilities: openCapabilities(capabilitiesOf(actor), off), mayRead: off.has("candidates") ? services.readSide.mayRead(scope) : await mayRank(services, scope), applicability: await applicabilityOf(services, actor), ...(off.has("ask-hr") ? {} : { verified: verifiedFor({ db: services.db, reader: scope }) }), ...(off.has("insights") ? {} : await insightsFor(services.db, actor)), ...(off.has("candidates") ? {} : await recruitingFor(services, actor)), ...(off.has("growth") ? {} : await growthFor(services.db, actor)), learned: served.learned, isPrivate: (asked) => isSensitive(services.db, asked), signal },
      (event) => {
        if (event.type === "candidates") held.push(event);
        else pass(event);
      },
    );
    if (held.length > 0) {
      const facts = { ...shownDocuments(result.answer.candidates.map((card) => card.documentId)), place: "chat" as const };
      await record(services.db, actor, { action: "candidates.searched", object: { kind: "document", id: null }, facts });
      held.forEach(pass);
    }
    const latencyMs = performance.now() - started;
    await store(result, "complete", latencyMs);
    send({ event: "done", data: { ...sent, questionId, answer: result.answer, latencyMs: Math.round(latencyMs) } });
    // The answer stands; a task that could not be opened is an incident, and comes with the next such answer.
    await raiseDisagreement(services.db, { question: question.text, answer: result.answer }).catch(logIncident);
  } catch (thrown) {
    await fail(toAppError(thrown));
  }

  async function store(result: Pick<AskResult, "answer" | "retrieved">, state: "complete" | "stopped", latencyMs: number) {
    if (!messageId) return;
    await finishAnswer(services.db, scope, { messageId, state, answer: result.answer, retrieved: result.retrieved, encoderVersion: served.learned?.space?.encoder.version ?? services.encoder.version, modelVersion: served.id, latencyMs });
    await recordExposures(services.db, scope, messageId, exposuresOf(result.answer, result.retrieved));
  }

  async function fail(error: AppError) {
    try {
      if (signal.aborted) await store({ answer: partial.answer(), retrieved: [] }, "stopped", performance.now() - started);
      else if (messageId) await interruptAnswer(services.db, scope, messageId);
    } catch (second) {
      console.error(`answer ${messageId ?? "?"} could not be closed: ${toAppError(second).code}`);
    }
    if (signal.aborted) return;
    if (error.code === "internal/unknown" || error.code === "internal/broken-assumption") console.error(`answering failed: ${error.message}`);
    send({ event: "error", data: { code: error.code, message: error.userMessage } });
  }
}

function toTurn(turn: { question: string; answer: Answer | null }): Turn[] {
  if (!turn.answer) return [];
  const documents = [...new Set(turn.answer.citations.map((citation) => citation.title))];
  return [{ question: turn.question, understoodAs: turn.answer.understoodAs, outcome: turn.answer.outcome, documents, growth: turn.answer.growth?.context }];
}

function toChatEvent(event: AssistantEvent, sent: { conversationId: string; messageId: string }): ChatEvent {
  switch (event.type) {
    case "status":
      return { event: "status", data: { stage: event.stage, ...sent } };
    case "token":
      return { event: "token", data: { text: event.text } };
    case "citation":
      return { event: "citation", data: event.citation };
    case "candidates":
      return { event: "candidates", data: { candidates: [...event.candidates] } };
  }
}

/** What has arrived so far, for an answer that is stopped half-way. */
function createPartial() {
  let text = "";
  let citations: Citation[] = [];
  let candidates: CandidateCard[] = [];
  return {
    take(event: AssistantEvent) {
      if (event.type === "token") text += event.text;
      if (event.type === "citation") citations = [...citations, event.citation];
      if (event.type === "candidates") candidates = [...event.candidates];
    },
    answer: (): Answer => ({
      outcome: candidates.length > 0 ? "candidates" : citations.length > 0 ? "answered" : "none",
      text,
      citations,
      candidates,
      understoodAs: null,
      confidence: 0,
      suggestions: [],
    }),
  };
}
