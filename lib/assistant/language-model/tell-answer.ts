/**
 * @file Tell answer: a quoted answer, as it is or worded by a language model. The last step of the policy tool: it sends
 * the tokens and citations. Only an answer is worded, never the lack of one, and never two documents that disagree, never history.
 */
import { ANSWER, LANGUAGE_MODEL } from "../../config/defaults";
import type { Answer, Citation, Wording } from "../../contracts/evidence";
import { standingText } from "../../core/standing-text";
import type { DocumentKind } from "../../core/types";
import type { Retrieval } from "../../knowledge/retrieval/knowledge-base";
import { composeText } from "../answer/compose";
import { say } from "../answer/say";
import type { ToolContext, Understood } from "../tools/tool";
import { wordAnswer, type WordedAnswer } from "./word-answer";
import { fallbackNote, wordedNote } from "./wording-notes";

export interface QuotedAnswer {
  readonly outcome: "answered" | "closest" | "none";
  /** The fixed sentence above the quotes. */
  readonly lead: string;
  readonly citations: readonly Citation[];
  readonly confidence: number;
}

export interface Asked {
  readonly understood: Understood;
  readonly context: ToolContext;
  readonly retrieval: Retrieval;
  /** What may be searched: résumés are never sent to a language model. */
  readonly kinds: readonly DocumentKind[];
}

type Told = Omit<Answer, "understoodAs">;

/** @throws AppError "job/cancelled" when the asker stops */
export async function tellAnswer(quoted: QuotedAnswer, asked: Asked): Promise<Told> {
  const { wording, time } = asked.context;
  const isWorth = quoted.outcome === "answered" && quoted.citations.every(({ conflict, standing }) => conflict === null && (standing === undefined || standing.state === "applies"));
  if (!wording || !isWorth) return tellQuoted(quoted, asked.context);
  const started = performance.now();
  const worded = await wordAnswer({
    ...wording,
    question: asked.retrieval.repairedQuery ?? asked.understood.question,
    passages: passagesFor(quoted, asked.retrieval),
    search: async (query) => (await asked.context.retrieve(query, { kinds: asked.kinds, k: LANGUAGE_MODEL.passagesPerSearch })).passages.map(({ passage }) => passage),
    tell: asked.context.tell,
    signal: asked.context.request.signal,
  });
  time("wording", performance.now() - started);
  return worded.fallback === null ? finished(quoted, worded, asked) : tellFallback(quoted, worded, asked);
}

function tellQuoted({ lead, ...quoted }: QuotedAnswer, { tell }: ToolContext): Told {
  const text = composeText(lead, quoted.citations);
  say(text, tell);
  for (const citation of quoted.citations) tell({ type: "citation", citation });
  return { ...quoted, text, citations: [...quoted.citations], candidates: [], suggestions: [] };
}

/** Those that the quotes come from, then the best others. */
function passagesFor({ citations }: QuotedAnswer, { passages }: Retrieval) {
  const quoted = new Set(citations.map((citation) => citation.chunkId));
  const all = passages.map(({ passage }) => passage);
  return [...all.filter((passage) => quoted.has(passage.id)), ...all.filter((passage) => !quoted.has(passage.id))].slice(0, LANGUAGE_MODEL.passages);
}

function finished({ outcome, confidence }: QuotedAnswer, { text, citations, dropped }: WordedAnswer, asked: Asked): Told {
  const said = standings(citations, asked);
  say(said, asked.context.tell);
  return { outcome, text: text + said, citations: [...citations], candidates: [], confidence, suggestions: [], wording: wordingOf(asked, dropped, null) };
}

/** To whom and since when what was cited applies, once each, below the model's words; empty where there is nothing to say. */
function standings(citations: readonly Citation[], { understood, context }: Asked): string {
  const lines = citations.flatMap(({ documentId }) => context.applicable.standingOf(documentId) ?? []).map((standing) => standingText(standing, understood.language));
  return lines.length === 0 ? "" : `\n\n${[...new Set(lines)].join("\n")}`;
}

/**
 * Sentences that were shown before the model failed stay: they were checked. The quotes follow, those that are not shown
 * yet and that the budget allows, and the last line says why.
 */
function tellFallback(quoted: QuotedAnswer, worded: WordedAnswer, asked: Asked): Told {
  const { tell } = asked.context;
  const rest = remaining(quoted.citations, worded.citations);
  const wording = wordingOf(asked, worded.dropped, worded.fallback);
  const parts = [...(worded.text === "" || rest.length > 0 ? [composeText(quoted.lead, rest)] : []), wording.note];
  const added = `${worded.text === "" ? "" : "\n\n"}${parts.join("\n\n")}`;
  say(added, tell);
  for (const citation of rest) tell({ type: "citation", citation });
  const { outcome, confidence } = quoted;
  return { outcome, text: worded.text + added, citations: [...worded.citations, ...rest], candidates: [], confidence, suggestions: [], wording };
}

/** Numbered behind the citations that are there. */
function remaining(quotes: readonly Citation[], shown: readonly Citation[]): Citation[] {
  let spent = shown.reduce((sum, citation) => sum + citation.quote.length, 0);
  const rest: Citation[] = [];
  for (const quote of quotes) {
    const isShown = shown.some((one) => one.documentId === quote.documentId && one.start <= quote.start && one.end >= quote.end);
    if (isShown || spent + quote.quote.length > ANSWER.maxQuotedChars) continue;
    spent += quote.quote.length;
    rest.push({ ...quote, number: shown.length + rest.length + 1 });
  }
  return rest;
}

function wordingOf({ context, understood: { language } }: Asked, dropped: number, fallback: Wording["fallback"]): Wording {
  const { name: model = "", host = null } = context.wording?.model ?? {};
  const note = fallback === null ? wordedNote(language, { model, host, dropped }) : fallbackNote(language, { model, host }, fallback);
  return { model, host, fallback, dropped, note };
}
