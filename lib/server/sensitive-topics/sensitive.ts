/**
 * @file The seam that everything asks before it shows a question to anyone but its asker: does it touch a sensitive topic of
 * this company's list? Review queues, "unanswered this week" and aggregates leave such questions out. One matcher per
 * version of the list is kept in memory.
 */
import type { Database } from "../../../db/client";
import { getSetting } from "../../../db/queries/settings";
import { DEFAULT_TOPICS } from "../../assistant/sensitive/default-topics";
import { compileTopics, type TopicMatcher } from "../../assistant/sensitive/match-topics";
import { sensitiveTopicsView, type SensitiveTopicsView } from "../../contracts/sensitive-topics";
import { AppError } from "../../core/errors";
import { systemScope } from "../../core/scope";

export const TOPICS_SETTING = "sensitive-topics";
const scope = systemScope("sensitive topics");

/** The company's list; Cadre's own until someone has edited it. @throws AppError "data/unavailable" when it cannot be read */
export async function sensitiveTopicsOf(db: Database): Promise<SensitiveTopicsView> {
  return parse(await getSetting(db, scope, TOPICS_SETTING));
}

let last: { readonly stored: string | null; readonly matcher: TopicMatcher } | undefined;

/**
 * The matcher of the list as it is now: ids of the topics that a text touches.
 *
 * @throws AppError "data/unavailable" when the stored list is damaged: then nothing may be shown
 */
export async function topicMatcher(db: Database): Promise<TopicMatcher> {
  const stored = await getSetting(db, scope, TOPICS_SETTING);
  if (last?.stored !== stored) last = { stored, matcher: compileTopics(parse(stored).topics) };
  return last.matcher;
}

/** What is known of a question besides its text; what follows up a sensitive one is sensitive too. */
export interface AskedQuestion {
  readonly question: string;
  /** The follow-up made whole, if it was one. */
  readonly understoodAs?: string | null | undefined;
  /** `messages.sensitive` of the question: it was asked under that promise, whatever the list says by now. */
  readonly wasSensitive?: boolean | undefined;
}

/**
 * True: nobody but the asker may see this question, its answer, or that it was asked, unless the asker sends it to HR.
 *
 * @example if (await isSensitive(db, { question: snapshot.question, understoodAs: snapshot.answer.understoodAs })) return;
 * @throws as topicMatcher
 */
export async function isSensitive(db: Database, asked: AskedQuestion): Promise<boolean> {
  return (await sensitivity(db))(asked);
}

/** The same for many questions: one look at the settings, then a pure predicate. @throws as topicMatcher */
export async function sensitivity(db: Database): Promise<(asked: AskedQuestion) => boolean> {
  const match = await topicMatcher(db);
  return ({ question, understoodAs, wasSensitive }) => wasSensitive === true || match(understoodAs ? `${question}\n${understoodAs}` : question).length > 0;
}

function parse(stored: string | null): SensitiveTopicsView {
  if (stored === null) return { topics: [...DEFAULT_TOPICS], editedAt: null };
  try {
    return sensitiveTopicsView.parse(JSON.parse(stored));
  } catch (cause) {
    throw new AppError("data/unavailable", `the setting ${TOPICS_SETTING} is damaged; save the list again on the page Sensitive topics`, { cause });
  }
}
