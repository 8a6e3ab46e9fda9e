/**
 * @file createAssistant: question → understand → the tool it is for → answer. Joins the stages, applies capability and
 * permission before anything is retrieved, and tells the caller what happens while it happens.
 */
import { AppError } from "../core/errors";
import { detectLanguage } from "../core/language";
import type { KnowledgeBase } from "../knowledge/retrieval/knowledge-base";
import { withStanding } from "./answer/compose";
import { say } from "./answer/say";
import { applicableTo, type Applicable } from "./applicability/applicable";
import { UNKNOWN_PERSON, type DescribePerson } from "./candidates/person";
import { phrasesIn } from "./phrases";
import { chooseTool, TOOLS } from "./tools/registry";
import { policyQuestion } from "./tools/policy-question";
import { NOTHING_RETRIEVED, type Tool, type ToolContext, type ToolResult, type Understood } from "./tools/tool";
import type { Assistant, AskRequest, AskResult, AssistantEvent, WordedBy } from "./types";
import { serveVerified } from "./verified/serve";
import type { FoundAnswer } from "./verified/verified-answers";
import { makeWhole } from "./understand/follow-up";

export interface AssistantParts {
  readonly knowledge: KnowledgeBase;
  /** What candidate cards say about a person; without it they show the evidence only. */
  readonly describePerson?: DescribePerson;
  readonly tools?: readonly Tool[];
  /** A language model that words answers; without one they are quoted. */
  readonly wording?: WordedBy | null;
}

/**
 * @example
 * const assistant = createAssistant({ knowledge });
 * const { answer } = await assistant.ask({ question: "How much leave do I have?", history: [], capabilities: new Set(["policies"]), mayRead: () => true });
 */
export function createAssistant({ knowledge, describePerson = () => UNKNOWN_PERSON, tools = TOOLS, wording = null }: AssistantParts): Assistant {
  return {
    async ask(request, onEvent = () => undefined) {
      const timings: Record<string, number> = {};
      const time = (stage: string, ms: number): void => void (timings[stage] = (timings[stage] ?? 0) + ms);
      throwIfAborted(request.signal);
      onEvent({ type: "status", stage: "understand" });
      const started = performance.now();
      const understood = understand(request);
      const applicable = applicableTo(understood.question, request.applicability);
      const tell = (event: AssistantEvent): void => {
        throwIfAborted(request.signal);
        onEvent(event.type === "citation" ? { ...event, citation: withStanding(event.citation, applicable) } : event);
      };
      time("understand", performance.now() - started);
      const context: ToolContext = { request, knowledge, describePerson, wording: (await mayLeave(request, understood, wording)) ? wording : null, applicable, tell, time, retrieve: retriever(knowledge, request, { applicable, time }) };
      const { tool, other } = await chooseTool(understood, context, tools);
      const isAllowed = tool.capability === null || request.capabilities.has(tool.capability);
      const verified = isAllowed && tool === policyQuestion ? await verifiedFor(understood, context) : null;
      const result = verified ? serveVerified(verified, understood, context) : isAllowed ? await tool.run(understood, context) : deny(tool, understood, tell);
      throwIfAborted(request.signal);
      return toResult(offering(result, other?.askInstead?.(understood)), { understood, knowledge, applicable, timings });
    },
  };
}

/** A private question goes to no language model on another machine, nor does what an earlier one makes of it. */
async function mayLeave({ isPrivate }: AskRequest, { original, question }: Understood, wording: WordedBy | null): Promise<boolean> {
  if (wording?.model.host == null || !isPrivate) return true;
  return !(await isPrivate({ question: original, understoodAs: question }));
}

function understand(request: AskRequest): Understood {
  const { question, isFollowUp } = makeWhole(request.question, request.history);
  return { question, original: request.question, language: detectLanguage(request.question), isFollowUp };
}

/** A follow-up means what was said before: its words alone never find an answer that was verified for another question. */
async function verifiedFor({ question, isFollowUp }: Understood, { request, applicable, time }: ToolContext): Promise<FoundAnswer | null> {
  if (isFollowUp || !request.verified) return null;
  const started = performance.now();
  const found = await request.verified(question);
  time("verified", performance.now() - started);
  return found?.citation && !applicable.admits("applies", found.citation.documentId) ? null : found;
}

/** The only way by which a tool reaches passages: what the asker may not read does not exist for it, what does not apply is not ranked. */
function retriever(knowledge: KnowledgeBase, request: AskRequest, { applicable, time }: Pick<ToolContext, "applicable" | "time">): ToolContext["retrieve"] {
  return async (query, { kinds, k, among = "applies" }) => {
    const allowed = new Set(kinds);
    const retrieval = await knowledge.retrieve(query, {
      mode: request.mode ?? "hybrid",
      k,
      // People are never ranked by what was learned from ratings.
      useLearned: !allowed.has("resume"),
      ...(request.learned !== undefined ? { learned: request.learned } : {}),
      filter: (passage) => allowed.has(passage.kind) && request.mayRead(passage) && applicable.admits(among, passage.documentId),
      signal: request.signal,
    });
    for (const [stage, ms] of Object.entries(retrieval.timingsMs)) time(stage, ms);
    throwIfAborted(request.signal);
    return retrieval;
  };
}

/** Nothing is retrieved, so that not even a count can tell what exists. */
function deny(tool: Tool, { language }: Understood, tell: (event: AssistantEvent) => void): ToolResult {
  const phrases = phrasesIn(language);
  const text = tool.capability === "candidates" ? phrases.deniedCandidates : phrases.deniedPolicies;
  say(text, tell);
  return { ...NOTHING_RETRIEVED, answer: { outcome: "denied", text, citations: [], candidates: [], confidence: 1, suggestions: [...phrases.helpSuggestions] } };
}

/** The other reading of the question, one click away. */
function offering(result: ToolResult, instead: string | undefined): ToolResult {
  return instead === undefined ? result : { ...result, answer: { ...result.answer, suggestions: [instead, ...result.answer.suggestions] } };
}

interface ResultContext {
  readonly understood: Understood;
  readonly knowledge: KnowledgeBase;
  readonly applicable: Applicable;
  readonly timings: Readonly<Record<string, number>>;
}

function toResult({ answer, retrieved, documents, repaired }: ToolResult, { understood, knowledge, applicable, timings }: ResultContext): AskResult {
  const understoodAs = repaired ?? (understood.isFollowUp ? understood.question : null);
  const citations = answer.citations.map((citation) => withStanding(citation, applicable));
  return { answer: { ...answer, citations, understoodAs }, retrieved, documents, encoderVersion: knowledge.encoder.version, timingsMs: timings };
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError("job/cancelled", "the question was cancelled", { cause: signal.reason });
}
