/**
 * @file Compare candidates: two to four scorecards of one request as rows (requirements) and columns (people). Pure; what
 * each cell says is in the cards already.
 */
import { AppError } from "../../../core/errors";
import type { EvidenceQuote, EvidenceStanding, Scorecard, ScorePart } from "../types";

export interface NamedCard<Id extends string = string> {
  readonly id: Id;
  readonly card: Scorecard;
}

export interface ComparisonCell {
  readonly met: boolean;
  readonly score: number;
  readonly standing: EvidenceStanding;
  readonly years: { readonly asked: number; readonly found: number | null } | null;
  readonly evidence: readonly EvidenceQuote[];
}

export interface ComparisonRow {
  readonly requirementId: string | null;
  readonly name: string;
  readonly kind: ScorePart["kind"];
  readonly mustHave: boolean;
  readonly weight: number;
  /** In the order of the candidates given. */
  readonly cells: readonly ComparisonCell[];
  /** The cells tell the candidates apart: met by some only, or ten points between them. */
  readonly differs: boolean;
}

export interface Comparison<Id extends string = string> {
  readonly candidates: readonly { readonly id: Id; readonly score: number; readonly mustHavesMet: number }[];
  readonly mustHaves: number;
  readonly rows: readonly ComparisonRow[];
}

const APART = 10;

/** @throws AppError "request/invalid" unless two to four cards of the same requirements and versions are given */
export function compareCandidates<Id extends string>(cards: readonly NamedCard<Id>[]): Comparison<Id> {
  const [first] = cards;
  if (!first || cards.length < 2 || cards.length > 4) {
    throw new AppError("request/invalid", `comparing takes 2 to 4 scorecards, got ${cards.length}`, { userMessage: "Choose two to four people to compare." });
  }
  const key = ({ card }: NamedCard): string => JSON.stringify([card.inputs.requirements, card.versions]);
  if (cards.some((one) => key(one) !== key(first))) {
    throw new AppError("request/invalid", "the scorecards were made with different requirements or versions", { userMessage: "These people were scored with different requirements or versions. Score them again first." });
  }
  const rows = first.card.parts.map((part, i): ComparisonRow => {
    const cells = cards.map(({ card }) => toCell(card.parts[i] ?? part));
    const points = cells.map(({ score }) => score);
    const differs = cells.some(({ met }) => met !== cells[0]?.met) || Math.max(...points) - Math.min(...points) >= APART;
    return { requirementId: part.requirementId, name: part.name, kind: part.kind, mustHave: part.mustHave, weight: part.weight, cells, differs };
  });
  return { candidates: cards.map(({ id, card }) => ({ id, score: card.score, mustHavesMet: card.mustHavesMet })), mustHaves: first.card.mustHaves.length, rows };
}

function toCell({ met, score, standing, years, evidence }: ScorePart): ComparisonCell {
  return { met, score, standing, years: years ?? null, evidence };
}
