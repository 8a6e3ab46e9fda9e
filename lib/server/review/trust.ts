/**
 * @file Can the labels be trusted? Agreement with its interval, each reviewer's quality, gold items, what is undecided, who
 * floods. A reviewer sees their own quality, an HR lead everyone's; floods are accounts without a name.
 */
import { listClosedJudgements, listReferences, type JudgementRow } from "../../../db/queries/review-judgements";
import { listDisagreements, listGoldCandidates } from "../../../db/queries/review-queue";
import { countRatingsByPerson } from "../../../db/queries/review-sources";
import { listAccounts } from "../../../db/queries/people";
import type { Database } from "../../../db/client";
import type { ReviewerQualityView, TrustView } from "../../contracts/review-trust";
import { sha256 } from "../../core/hash";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { cohenKappa, gradeAgreement, krippendorffAlpha, withInterval, type RatedUnit } from "../../improvement/trust/agreement";
import { findFloods } from "../../improvement/trust/floods";
import { can } from "../policy";
import { FLOOD } from "./constants";
import { gradeUnits, qualityFrom, verdictUnits } from "./quality";

/** Figures over judgements of everyone: no question, passage or name is read with it. */
const scope = systemScope("review trust");
const LEAST_SHARED = 10;
const CANDIDATES = 200;
const DAY_MS = 86_400_000;

export async function trustFor(db: Database, actor: Actor): Promise<TrustView> {
  const judgements = await listClosedJudgements(db, scope);
  const units = gradeUnits(judgements);
  const verdicts = withInterval(verdictUnits(judgements), (some) => krippendorffAlpha(some, "nominal"));
  // Who knew beforehand which items check reviewers would not be checked by them.
  const judged = new Set(judgements.filter((judgement) => judgement.reviewerId === actor.userId).map((judgement) => judgement.itemId));
  const all = await listGoldCandidates(db, scopeOf(actor), CANDIDATES);
  const candidates = all.filter((item) => can(actor, "review:manage") || judged.has(item.id));
  return {
    grades: gradeAgreement(units, LEAST_SHARED),
    verdicts: verdicts.n < LEAST_SHARED || Number.isNaN(verdicts.alpha) ? null : verdicts,
    kappa: kappaOf(units, await namesFor(db, actor)),
    reviewers: await reviewersFor(db, actor, judgements),
    gold: { items: all.filter((item) => item.isGold).length, candidates },
    undecided: (await listDisagreements(db, scopeOf(actor))).length,
    floods: can(actor, "review:manage") ? await floodsOf(db) : null,
    demoJudgements: judgements.filter((judgement) => judgement.demo).length,
  };
}

/** Names that this person may see: everyone's as HR lead, else their own; the others are letters. */
async function namesFor(db: Database, actor: Actor): Promise<(id: string, index: number) => string> {
  const all = can(actor, "review:manage");
  const names = new Map((await listAccounts(db, scope)).map((account) => [account.id as string, account.name]));
  return (id, index) => (all || id === actor.userId ? (names.get(id) ?? "–") : String.fromCharCode(65 + index));
}

async function reviewersFor(db: Database, actor: Actor, judgements: readonly JudgementRow[]): Promise<ReviewerQualityView[]> {
  const references = await listReferences(db, scope);
  const quality = qualityFrom(judgements, references);
  const name = await namesFor(db, actor);
  const ids = [...new Set(judgements.map((judgement) => judgement.reviewerId as string))].sort();
  return ids
    .filter((id) => id === actor.userId || can(actor, "review:manage"))
    .map((id, index) => {
      const own = judgements.filter((judgement) => judgement.reviewerId === id);
      const { accuracy = 0, weight = 0, n = 0 } = quality.get(id) ?? {};
      return { id, name: name(id, index), isMe: id === actor.userId, items: own.length, grades: n, accuracy, weight, gold: againstReferences(own, references) };
    });
}

function againstReferences(own: readonly JudgementRow[], references: readonly JudgementRow[]): { agreed: number; compared: number } {
  const right = new Map(references.flatMap((row) => row.grades.map((grade) => [`${row.itemId} ${grade.chunkId}`, grade.relevance] as const)));
  const compared = own.flatMap((row) => row.grades.map((grade) => ({ mine: grade.relevance, right: right.get(`${row.itemId} ${grade.chunkId}`) }))).filter((pair) => pair.right !== undefined);
  return { agreed: compared.filter((pair) => pair.mine === pair.right).length, compared: compared.length };
}

/** Of the two who share the most grades. */
function kappaOf(units: readonly RatedUnit[], name: (id: string, index: number) => string): TrustView["kappa"] {
  const pairs = new Map<string, { reviewers: [string, string]; values: [number, number][] }>();
  for (const { values } of units) {
    const said = [...values].sort(([a], [b]) => (a < b ? -1 : 1));
    said.forEach(([a, left], i) => said.slice(i + 1).forEach(([b, right]) => {
      const pair = pairs.get(`${a} ${b}`) ?? { reviewers: [a, b], values: [] };
      pairs.set(`${a} ${b}`, pair);
      pair.values.push([left, right]);
    }));
  }
  const best = [...pairs.values()].sort((a, b) => b.values.length - a.values.length)[0];
  if (!best || best.values.length < LEAST_SHARED) return null;
  const value = cohenKappa(best.values);
  return Number.isNaN(value) ? null : { value, n: best.values.length, reviewers: best.reviewers.map(name) };
}

/** Accounts as eight characters that tell two apart and name nobody. */
async function floodsOf(db: Database): Promise<NonNullable<TrustView["floods"]>> {
  const counts = await countRatingsByPerson(db, scope, new Date(Date.now() - FLOOD.days * DAY_MS));
  return findFloods(counts, FLOOD).map(({ userId, ratings, median }) => ({ account: sha256(`flood:${userId}`).slice(0, 8), ratings, median, queued: counts.find((count) => count.userId === userId)?.items ?? 0 }));
}
