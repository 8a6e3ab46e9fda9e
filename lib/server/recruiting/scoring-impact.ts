/**
 * @file What scoring an opening anew with another model does to impact ratios: the same check as the gate of suggested weights, over
 * everyone who is scored, with this opening's scores replaced. Records are joined in memory; only sums of groups leave.
 */
import { listDecided } from "../../../db/queries/recruiting/decided";
import type { NewScore } from "../../../db/queries/recruiting/score-runs";
import type { ScoreVersionsView, ScoringImpact } from "../../contracts/recruiting";
import { AppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import type { Actor, DocumentId } from "../../core/types";
import { impactOf, impactReasons } from "../../improvement/ruleset/impact";
import { can } from "../policy";
import type { Services } from "../services";
import { groupCounter } from "./weights";

const scope = systemScope("impact of scoring anew");
/** A reason that can be understood later has at least so many characters. */
export const LEAST_REASON = 15;

/** Ruleset, encoder, scorer or tagger: what ranks. Corrected requirements and names that a person took in are people's decisions. */
export const isAnotherRanker = (a: ScoreVersionsView, b: ScoreVersionsView): boolean => a.ruleset !== b.ruleset || a.encoder !== b.encoder || a.scorer !== b.scorer || (a.tagger !== undefined && a.tagger !== b.tagger);

/** Who is scored before and after is compared; newcomers are in neither. @param scores of the opening, as they would be */
export async function impactOfScoring(db: Services["db"], actor: Actor, openingId: DocumentId, scores: readonly NewScore[]): Promise<ScoringImpact> {
  const after = new Map<string, number>(scores.map(({ applicationId, card }) => [applicationId, card.score]));
  const scored = (await listDecided(db, scope)).filter((one) => one.openingId !== openingId || after.has(one.id));
  const applicants = scored.map((one) => ({ id: one.id, group: one.openingId, before: one.card.score, after: one.openingId === openingId ? (after.get(one.id) ?? 0) : one.card.score }));
  const reasons = impactReasons(impactOf(applicants, await groupCounter(db, scored)));
  const codes = new Set(reasons.map(({ code }) => code));
  const verdict = codes.has("impact-worse") ? "worse" : codes.has("impact-unknown") ? "unknown" : "kept";
  // Figures are for who may read fairness; what follows from them is for everyone who works on the opening.
  return { verdict, reasons: can(actor, "fairness:read") ? reasons.map(({ en, zh }) => ({ en, zh })) : [] };
}

/**
 * Harm to a group is an HR lead's to answer for, in writing; where nothing can be told it is said, and nobody is held up.
 * @throws AppError "request/conflict" for who is no HR lead; "request/invalid" without a reason
 */
export function requireImpactKept(actor: Actor, impact: ScoringImpact, reason: string): void {
  if (impact.verdict !== "worse") return;
  if (!can(actor, "fairness:manage")) throw new AppError("request/conflict", "scoring anew with another model worsens an impact ratio", { userMessage: "With this model an impact ratio of the company falls: these scores are not used. An HR lead can use them with a written reason." });
  if (reason.length < LEAST_REASON) throw new AppError("request/invalid", "scoring anew against the fairness check without a reason", { userMessage: `With this model an impact ratio of the company falls. To use these scores all the same, write down why (at least ${LEAST_REASON} characters).` });
}
