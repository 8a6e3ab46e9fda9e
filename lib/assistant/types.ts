/**
 * @file The assistant's port to the outside: what it is asked, what it tells while it works, what it answers.
 * lib/server and lib/cli build the request; the assistant never sees a database, a session or an HTTP request.
 */
import type { Answer, CandidateCard, Citation, Outcome, RetrievedPassage } from "../contracts/evidence";
import type { EncoderVersion } from "../core/types";
import type { LearnedRanking } from "../knowledge/retrieval/learned-ranking";
import type { Passage } from "../knowledge/types";
import type { InsightsPort } from "./insights/types";
import type { GrowthContext, GrowthName, GrowthPort } from "./growth/types";
import type { Applicability } from "./applicability/applicable";
import type { LanguageModel } from "./language-model/language-model";
import type { WordingLimits } from "./language-model/word-answer";
import type { RecruitingContext } from "./recruiting/types";
import type { FindVerified } from "./verified/verified-answers";

/** One earlier exchange of the conversation, oldest first in `AskRequest.history`. */
export interface Turn {
  readonly question: string;
  /** The question as it was understood then, when that differed. */
  readonly understoodAs: string | null;
  readonly outcome: Outcome;
  /** Titles of the documents the answer cited. */
  readonly documents: readonly string[];
  /** What a growth answer settled: a follow-up goes on with it. */
  readonly growth?: GrowthContext | undefined;
}

/** What the asker may use; a tool whose capability is missing answers `denied` and retrieves nothing. */
export type Capability = "policies" | "candidates" | "recruiting" | "insights" | "growth";

export interface AskRequest {
  /** As typed, 1–2000 characters. */
  readonly question: string;
  readonly history: readonly Turn[];
  readonly capabilities: ReadonlySet<Capability>;
  /** Applied before ranking: passages it refuses do not exist for this request. */
  readonly mayRead: (passage: Passage) => boolean;
  /** What holds for the asker today; left out: everything does. */
  readonly applicability?: Applicability;
  readonly mode?: "hybrid" | "dense" | "lexical";
  /** The learned version for the whole question; null: as shipped; left out: what the knowledge base serves with. */
  readonly learned?: LearnedRanking | null;
  /** Finds the answer that HR has verified for the same question; what it gives must be readable by the asker. */
  readonly verified?: FindVerified;
  /** Stored insights, for whoever may read them; left out: questions about them go to the documents. */
  readonly insights?: InsightsPort;
  /** Openings that the asker works on; left out: questions about applicants go to the search for candidates. */
  readonly recruiting?: RecruitingContext;
  /** The asker's own growth: left out, growth questions go to the documents. */
  readonly growth?: {
    readonly port: GrowthPort;
    readonly names: readonly GrowthName[];
    /** `YYYY-MM-DD` */
    readonly today: string;
    /** What the asker's site counts in: of sums that are said without a currency. */
    readonly currency?: "EUR" | "GBP" | "CNY";
  };
  /** Touches a subject that stays with the asker: such a question goes to no model on another machine. Left out: none does. */
  readonly isPrivate?: (asked: { readonly question: string; readonly understoodAs: string }) => Promise<boolean>;
  readonly signal?: AbortSignal;
}

export type AssistantEvent =
  | { readonly type: "status"; readonly stage: "understand" | "retrieve" | "rank" | "answer" }
  | { readonly type: "token"; readonly text: string }
  | { readonly type: "citation"; readonly citation: Citation }
  | { readonly type: "candidates"; readonly candidates: readonly CandidateCard[] };

export interface AskResult {
  readonly answer: Answer;
  /** What was retrieved, best first, also when it abstains. */
  readonly retrieved: readonly RetrievedPassage[];
  /** Up to 10 distinct documents, best first, also when it abstains. */
  readonly documents: readonly { readonly documentId: string; readonly source: string; readonly score: number }[];
  readonly encoderVersion: EncoderVersion;
  /** Milliseconds per stage: understand, repair, lexical, embed, dense, fuse, answer … */
  readonly timingsMs: Readonly<Record<string, number>>;
}

/** Words answers, every sentence checked; see lib/assistant/language-model. */
export interface WordedBy {
  readonly model: LanguageModel;
  readonly limits: WordingLimits;
}

export interface Assistant {
  /**
   * Answers one question. Events arrive in the order in which they should be shown; the tokens joined are
   * `answer.text`, and the citations are those of `answer.citations`.
   *
   * @throws AppError "job/cancelled" when `signal` is aborted
   */
  ask(request: AskRequest, onEvent?: (event: AssistantEvent) => void): Promise<AskResult>;
}
