/**
 * @file Examples: labels → one training example per question: its candidates, which of them are right and how much that
 * is trusted. Labels name passages by text; here they are found among the company's passages.
 */
import type { LabelLine } from "../../contracts/labels";
import type { KnowledgeBase } from "../../knowledge/retrieval/knowledge-base";
import type { Passage } from "../../knowledge/types";
import { readPool, type Pool } from "./ranking-source";

export interface JudgedPassage {
  readonly id: string;
  readonly documentId: string;
  readonly vector: Float32Array;
  /** 0–1: relevance / 3. */
  readonly relevance: number;
  readonly weight: number;
}

export interface RankingExample {
  readonly query: string;
  readonly group: string;
  readonly pool: Pool;
  readonly judged: readonly JudgedPassage[];
}

/** Relevance (0–1) from which a passage counts as an answer: 2 of 3. */
export const RIGHT_FROM = 0.6;

export function rightOf(example: RankingExample): Set<string> {
  return new Set(example.judged.filter(({ relevance }) => relevance >= RIGHT_FROM).map(({ id }) => id));
}

/** Finds a label's passage among those of the documents: equal, holding it, or held by it; white space does not count. */
export function createPassageFinder(passages: readonly Passage[]): (label: Pick<LabelLine, "passage" | "document">) => Passage[] {
  const plainTexts = passages.map((passage) => plain(passage.text));
  const equal = new Map<string, number[]>();
  plainTexts.forEach((text, at) => equal.set(text, [...(equal.get(text) ?? []), at]));
  return ({ passage, document }) => {
    const wanted = plain(passage);
    const isAllowed = (at: number): boolean => document === undefined || passages[at]?.documentId === document || passages[at]?.source === document;
    const exact = (equal.get(wanted) ?? []).filter(isAllowed);
    const found = exact.length > 0 ? exact : plainTexts.flatMap((text, at) => (isAllowed(at) && overlaps(text, wanted) ? [at] : []));
    return found.flatMap((at) => passages[at] ?? []);
  };
}

/** Held passages below this length are found in anything. */
const MIN_HELD = 40;

function overlaps(text: string, wanted: string): boolean {
  return (wanted.length >= MIN_HELD / 4 && text.includes(wanted)) || (text.length >= MIN_HELD && wanted.includes(text));
}

/** As quotes are compared everywhere: no white space, no Markdown, no case. */
function plain(text: string): string {
  return text.replace(/[*_`#>|[\]()\\-]/g, "").replace(/\s+/g, "").toLowerCase();
}

export interface GatherOptions {
  readonly knowledge: KnowledgeBase;
  readonly find: (label: LabelLine) => readonly Passage[];
  readonly groupOf: (query: string) => string;
  /** Only what the company's documents hold of this label's asker; left out: everything. */
  readonly filterOf?: (query: string) => ((passage: Passage) => boolean) | undefined;
  readonly signal?: AbortSignal;
}

/**
 * @returns one example per question with at least one found passage, in the order of the labels; and the labels whose
 * passage is in no document
 */
export async function gatherExamples(labels: readonly LabelLine[], options: GatherOptions): Promise<{ examples: RankingExample[]; lost: LabelLine[] }> {
  const byQuery = new Map<string, LabelLine[]>();
  for (const label of labels) byQuery.set(label.query, [...(byQuery.get(label.query) ?? []), label]);
  const examples: RankingExample[] = [];
  const lost: LabelLine[] = [];
  for (const [query, own] of byQuery) {
    options.signal?.throwIfAborted();
    const judged = own.flatMap((label) => {
      const found = options.find(label);
      if (found.length === 0) lost.push(label);
      return found.flatMap((passage): JudgedPassage[] => {
        const vector = options.knowledge.vectorOf(passage.id);
        return vector ? [{ id: passage.id, documentId: passage.documentId, vector, relevance: label.relevance / 3, weight: (label.weight ?? 1) / found.length }] : [];
      });
    });
    if (judged.length > 0) examples.push({ query, group: options.groupOf(query), pool: await readPool(options.knowledge, query, options.filterOf?.(query)), judged: settled(judged) });
  }
  return { examples, lost };
}

/** Several people's judgements of one passage become their weighted mean, weighing as much as they agree. */
function settled(judged: readonly JudgedPassage[]): JudgedPassage[] {
  const byPassage = new Map<string, JudgedPassage[]>();
  for (const one of judged) byPassage.set(one.id, [...(byPassage.get(one.id) ?? []), one]);
  return [...byPassage.values()].flatMap((own) => {
    const [first] = own;
    const total = own.reduce((sum, { weight }) => sum + weight, 0);
    if (!first || total === 0) return [];
    const relevance = own.reduce((sum, one) => sum + one.weight * one.relevance, 0) / total;
    const agreement = Math.abs(own.reduce((sum, one) => sum + one.weight * (one.relevance >= RIGHT_FROM ? 1 : -1), 0)) / total;
    return [{ ...first, relevance, weight: total * agreement }];
  });
}
