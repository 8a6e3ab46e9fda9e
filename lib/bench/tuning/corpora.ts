/**
 * @file The tuning sets that do not come as a folder: ConditionalQA (UK government pages), CMRC (Chinese paragraphs).
 * Only their training parts; what reports use is never read here.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { EvalQuestion } from "../../contracts/cli";
import { createRng, shuffled } from "../../core/rng";
import type { ChunkId, DocumentId, Language } from "../../core/types";
import type { Passage } from "../../knowledge/types";
import { embedDocuments, type LoadOptions, type QuestionSet } from "./question-set";

interface ConditionalRow {
  readonly url: string;
  readonly scenario: string;
  readonly question: string;
  readonly not_answerable: boolean;
  readonly evidences: readonly string[];
  readonly id: string;
}

const EVIDENCES_PER_PASSAGE = 4;

/** One document per government page: all evidence sentences quoted from it anywhere in the training part. */
export async function loadConditionalQa(file: string, sample: number, options: LoadOptions): Promise<QuestionSet> {
  const rows = JSON.parse(readFileSync(file, "utf8")) as ConditionalRow[];
  const pages = new Map<string, Set<string>>();
  for (const row of rows) {
    const page = pages.get(row.url) ?? new Set<string>();
    pages.set(row.url, page);
    row.evidences.forEach((evidence) => page.add(evidence.replace(/<[^>]+>/g, " ").trim()));
  }
  const documents = [...pages].filter(([, texts]) => texts.size > 0).map(([url, texts]) => {
    const all = [...texts];
    const title = url.replace(/^.*\//, "").replace(/-/g, " ");
    const passages: Passage[] = [];
    for (let i = 0; i < all.length; i += EVIDENCES_PER_PASSAGE) {
      passages.push(passage({ document: title, title, text: all.slice(i, i + EVIDENCES_PER_PASSAGE).join("\n"), ordinal: passages.length, language: "en" }));
    }
    return passages;
  });
  const answerable = rows.filter((row) => !row.not_answerable && row.evidences.length > 0);
  const questions = shuffled(answerable, createRng(1)).slice(0, sample).map((row): EvalQuestion => ({
    id: row.id,
    question: `${row.scenario} ${row.question}`,
    answerable: true,
    document: row.url.replace(/^.*\//, "").replace(/-/g, " "),
    answers: [],
    also: [],
  }));
  return { name: "conditionalqa", documents: await embedDocuments(documents, options), questions };
}

interface CmrcFile {
  readonly data: readonly { readonly paragraphs: readonly { readonly id: string; readonly context: string; readonly qas: readonly { readonly id: string; readonly question: string }[] }[] }[];
}

/** One document per paragraph, without title. */
export async function loadCmrc(file: string, sample: number, options: LoadOptions): Promise<QuestionSet> {
  const paragraphs = (JSON.parse(readFileSync(file, "utf8")) as CmrcFile).data.flatMap((entry) => entry.paragraphs);
  const documents = paragraphs.map(({ id, context }) => [passage({ document: id, title: "", text: context, ordinal: 0, language: "zh" })]);
  const all = paragraphs.flatMap(({ id, qas }) => qas.map((qa): EvalQuestion => ({ id: qa.id, question: qa.question, answerable: true, document: id, answers: [], also: [] })));
  return { name: "cmrc", documents: await embedDocuments(documents, options), questions: shuffled(all, createRng(1)).slice(0, sample) };
}

function passage(part: { document: string; title: string; text: string; ordinal: number; language: Language }): Passage {
  return {
    id: `${part.document}#${part.ordinal}` as ChunkId,
    documentId: part.document as DocumentId,
    documentTitle: part.title,
    source: part.document,
    kind: "policy",
    language: part.language,
    ordinal: part.ordinal,
    start: 0,
    end: part.text.length,
    page: null,
    headings: [],
    text: part.text,
  };
}

/** Statutes per set and articles per statute at most: enough to mislead, few enough to embed in minutes. */
const MAX_LAWS = 160;
const MAX_ARTICLES = 16;

/**
 * Chinese statutes on everyday matters (none on labour), one document per statute, from the encoder's corpus; asked with
 * our own colloquial questions (sets/laws-zh.jsonl). The encoder was trained on these articles: use it for the lexical arm.
 *
 * @param corpus lines {q: statute's name, p: article, s: "laws"}
 */
export async function loadLawsZh(corpus: string, questionFile: string, options: LoadOptions): Promise<QuestionSet> {
  const rows = readFileSync(questionFile, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as { id: string; question: string; document: string });
  const articles = new Map<string, string[]>();
  for (const line of gunzipSync(readFileSync(corpus)).toString("utf8").split("\n")) {
    if (!line.includes('"laws"')) continue;
    const { q, p, s } = JSON.parse(line) as { q: string; p: string; s: string };
    if (s === "laws") articles.set(q, [...(articles.get(q) ?? []), p]);
  }
  const asked = new Set(rows.map((row) => row.document));
  const others = shuffled([...articles.keys()].filter((law) => !asked.has(law) && law.length <= 16), createRng(1));
  const laws = [...asked, ...others].slice(0, MAX_LAWS);
  const documents = laws.map((law) => (articles.get(law) ?? []).slice(0, MAX_ARTICLES).map((text, ordinal) => passage({ document: law, title: law, text, ordinal, language: "zh" })));
  const questions = rows.map((row): EvalQuestion => ({ ...row, answerable: true, answers: [], also: [] }));
  return { name: "laws-zh", documents: await embedDocuments(documents.filter((passages) => passages.length > 0), options), questions };
}
