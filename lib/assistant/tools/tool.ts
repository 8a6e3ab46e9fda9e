/**
 * @file What a tool of the assistant is: it says how sure it is that a question is for it, and answers it. One file per
 * tool; registry.ts lists them. A tool sees passages only through `context.retrieve`, which applies the asker's filter.
 */
import type { Answer, RetrievedPassage } from "../../contracts/evidence";
import type { DocumentKind, Language } from "../../core/types";
import type { KnowledgeBase, Retrieval } from "../../knowledge/retrieval/knowledge-base";
import type { Among, Applicable } from "../applicability/applicable";
import type { AskRequest, AssistantEvent, Capability, WordedBy } from "../types";
import type { DescribePerson } from "../candidates/person";

/** A question after follow-ups were made whole. */
export interface Understood {
  /** What is looked up. */
  readonly question: string;
  readonly original: string;
  readonly language: Language;
  /** The earlier turns changed it. */
  readonly isFollowUp: boolean;
}

export interface ToolContext {
  readonly request: AskRequest;
  readonly knowledge: KnowledgeBase;
  readonly describePerson: DescribePerson;
  /** Null: answers are quoted. */
  readonly wording: WordedBy | null;
  readonly tell: (event: AssistantEvent) => void;
  /** Adds milliseconds to a stage's time. */
  readonly time: (stage: string, ms: number) => void;
  /** Which documents hold for the asker, or for whom the question names. */
  readonly applicable: Applicable;
  /** Permission, kinds and what applies are filtered before ranking. `among`: default "applies". @throws AppError "job/cancelled" */
  retrieve(query: string, options: { kinds: readonly DocumentKind[]; k: number; among?: Among }): Promise<Retrieval>;
}

export interface ToolResult {
  readonly answer: Omit<Answer, "understoodAs">;
  readonly retrieved: readonly RetrievedPassage[];
  readonly documents: readonly { documentId: string; source: string; score: number }[];
  /** The question with its spelling repaired, when it was. */
  readonly repaired: string | null;
}

export interface Tool {
  readonly name: string;
  /** What the asker needs; null for none. Checked before `run`. */
  readonly capability: Capability | null;
  /**
   * How sure the tool is that the question is for it, 0–1; the surest tool runs, and the policy tool's constant 0.5 is
   * what the others have to beat.
   */
  recognise(understood: Understood, request: AskRequest): number;
  /**
   * The same after a look into the documents. Asked only when no tool was surer than UNSURE, and only for an asker who
   * has the capability, so that nobody else's answer depends on it.
   */
  weigh?(understood: Understood, context: ToolContext): Promise<number>;
  /** The question put so that it is certainly for this tool: offered when the other reading was likely too. */
  askInstead?(understood: Understood): string;
  run(understood: Understood, context: ToolContext): Promise<ToolResult>;
}

export const NOTHING_RETRIEVED = { retrieved: [], documents: [], repaired: null } as const;
