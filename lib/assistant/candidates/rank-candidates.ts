/**
 * @file Rank candidates: parts × résumés → cards with quoted evidence, best first. Deterministic; equal evidence is
 * ordered by document id, never by anything about the person.
 */
import type { CandidateCard } from "../../contracts/evidence";
import type { Encoder } from "../../core/encoder";
import type { DocumentId } from "../../core/types";
import type { KnowledgeBase, Retrieval } from "../../knowledge/retrieval/knowledge-base";
import type { Passage } from "../../knowledge/types";
import { toCitation } from "../answer/compose";
import { toWanted, withSimilarity, wordEvidence, type PartEvidence, type WantedPart } from "./evidence";
import { evidenceLines, type Line } from "./lines";
import type { RequestPart } from "./parse-request";
import type { DescribePerson, PersonCard } from "./person";

const MAX_CARDS = 10;
/** Résumés read line by line. */
const MAX_RESUMES = 60;
export interface RankInput {
  readonly knowledge: KnowledgeBase;
  readonly describePerson: DescribePerson;
  readonly parts: readonly RequestPart[];
  /** Of the whole request. */
  readonly whole: Retrieval;
  /** One per part. */
  readonly perPart: readonly Retrieval[];
  readonly mayRead: (passage: Passage) => boolean;
  readonly signal: AbortSignal | undefined;
}

interface Read {
  readonly documentId: string;
  readonly person: PersonCard;
  readonly evidence: readonly PartEvidence[];
  readonly score: number;
}

/** @returns at most 10 cards with something met, and all résumés read in their order */
export async function rankCandidates(input: RankInput): Promise<{ cards: CandidateCard[]; order: { documentId: string; source: string; score: number }[] }> {
  const ids = candidateIds(input);
  const wanted = input.parts.map((part, i) => toWanted(part, input.perPart[i]?.repairs ?? []));
  const read: Read[] = [];
  for (const id of ids) read.push(await readResume(id, wanted, input));
  read.sort((a, b) => b.score - a.score || (a.documentId < b.documentId ? -1 : 1));
  let number = 0;
  const cards = read
    .filter(({ evidence }) => evidence.some((one, i) => one.met && wanted[i]?.part.kind !== "without"))
    .slice(0, MAX_CARDS)
    .map(({ documentId, person, evidence, score }): CandidateCard => ({
      documentId,
      ...person,
      score: Math.round(score * 100) / 100,
      matches: input.parts.map((part, i) => {
        const { met = false, lines = [] } = evidence[i] ?? {};
        return { part: part.label, met, evidence: met ? lines.map((line) => toCitation({ ...line, quote: line.text }, ++number)) : [] };
      }),
    }));
  const order = read.map(({ documentId, score }) => ({ documentId, source: input.knowledge.passagesOf(documentId as DocumentId)[0]?.source ?? documentId, score }));
  return { cards, order };
}

/** Documents of the whole request and of each part, interleaved by rank. */
function candidateIds({ whole, perPart }: RankInput): DocumentId[] {
  const lists = [whole, ...perPart].map((retrieval) => retrieval.documents.map((document) => document.documentId));
  const ids = new Set<DocumentId>();
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let rank = 0; rank < longest && ids.size < MAX_RESUMES; rank++) {
    for (const list of lists) {
      const id = list[rank];
      if (id !== undefined && ids.size < MAX_RESUMES) ids.add(id);
    }
  }
  return [...ids];
}

async function readResume(id: DocumentId, wanted: readonly WantedPart[], input: RankInput): Promise<Read> {
  const { knowledge, perPart } = input;
  const person = await input.describePerson(id);
  const passages = knowledge.passagesOf(id).filter(input.mayRead);
  const lines = evidenceLines(passages, person);
  const evidence: PartEvidence[] = [];
  for (const [i, one] of wanted.entries()) {
    const words = wordEvidence(one, lines, person, passages);
    const nearest = words.met ? null : await nearestLine(id, lines, perPart[i], { encoder: knowledge.encoder, signal: input.signal });
    evidence.push(withSimilarity(words, nearest, one.part));
  }
  return { documentId: id, person, evidence, score: scoreOf(wanted, evidence) };
}

/** A part that names something unwanted takes this share of the score away where it is there; it adds nothing. */
const UNWANTED_SHARE = 0.5;

/** Weighted mean of the parts' strengths, 0–1: a function of this résumé's lines and the request alone. */
function scoreOf(wanted: readonly WantedPart[], evidence: readonly PartEvidence[]): number {
  let [total, shown, kept] = [0, 0, 1];
  for (const [i, { part, weight }] of wanted.entries()) {
    const { strength = 0 } = evidence[i] ?? {};
    if (part.kind === "without") kept *= 1 - UNWANTED_SHARE * (1 - strength);
    else [total, shown] = [total + weight, shown + weight * strength];
  }
  return (kept * shown) / Math.max(total, 1e-6);
}

/** Passage cosine below which no line of it is worth comparing. */
const MIN_PASSAGE_COSINE = 0.35;

/** The line of the part's best passage in this résumé that the encoder finds nearest to the part. */
async function nearestLine(id: DocumentId, lines: readonly Line[], retrieval: Retrieval | undefined, { encoder, signal }: { encoder: Encoder; signal: AbortSignal | undefined }): Promise<{ line: Line; cosine: number } | null> {
  const query = retrieval?.queryVector;
  const passage = retrieval?.documents.find((document) => document.documentId === id)?.evidence[0];
  if (!query || !passage || (passage.dense ?? 0) < MIN_PASSAGE_COSINE) return null;
  const own = lines.filter((line) => line.passage.id === passage.passage.id).slice(0, 12);
  if (own.length === 0) return null;
  const vectors = await encoder.embed(own.map((line) => line.text), signal ? { signal } : {});
  return own.reduce<{ line: Line; cosine: number } | null>((best, line, i) => {
    const cosine = dot(query, vectors[i] ?? new Float32Array(query.length));
    return best && best.cosine >= cosine ? best : { line, cosine };
  }, null);
}

/** Both are unit vectors, so this is the cosine. */
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
