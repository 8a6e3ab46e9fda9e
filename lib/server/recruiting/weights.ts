/**
 * @file Suggested weights of requirements: read by everyone who recruits, learned from recruiters' decisions, promoted by an HR
 * lead through the gate. They are where the sliders of a newly read opening begin: no score of an opening that was read before
 * changes, and what somebody set by hand stays. Nothing about a person is seen but the scorecard; the gate sees sums of groups.
 */
import { listRecords } from "../../../db/queries/recruiting/equal-opportunity";
import { listDecided, type Decided } from "../../../db/queries/recruiting/decided";
import { getSetting, putSetting } from "../../../db/queries/settings";
import { weightStore, type WeightProposal, type WeightsPage, type WeightStore, type WeightTable } from "../../contracts/weights";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { fitRuleset, type RankLabel } from "../../improvement/ruleset/fit-ruleset";
import { judgeRuleset, type RulesetGateInput } from "../../improvement/ruleset/gate-ruleset";
import { countGroups } from "../../people/fairness/rates";
import { BASE_RULESET, BASE_RULESET_SOURCE } from "../../people/match/base-ruleset";
import type { Ruleset } from "../../people/match/ruleset";
import { record } from "../audit/record";
import { authorise } from "../policy";
import type { Services } from "../services";
import { opportunityKey, subjectOf } from "./equal-opportunity";

type Needs = Pick<Services, "db">;
const scope = systemScope("suggested weights");
const SETTING = "suggested_weights";
/** One opening in so many is held out from the fit. */
const HELD_ONE_IN = 3;

/** How much a place on a shortlist counts beside an interview. */
const SHORTLIST_WEIGHT = 0.5;

const SHIPPED: WeightTable = structuredClone(BASE_RULESET.suggestedWeights);

async function storeOf(db: Services["db"]): Promise<WeightStore> {
  const kept = await getSetting(db, scope, SETTING);
  return kept === null ? { serving: 0, versions: [] } : weightStore.parse(JSON.parse(kept));
}

const servedBy = ({ serving, versions }: WeightStore): WeightTable => versions.find(({ number }) => number === serving)?.weights ?? SHIPPED;

/** Where the weights of a newly read opening begin. */
export async function servingWeights(db: Services["db"]): Promise<WeightTable> {
  return servedBy(await storeOf(db));
}

export async function weightsPageOf({ db }: Needs): Promise<WeightsPage> {
  const store = await storeOf(db);
  return { ruleset: BASE_RULESET_SOURCE, shipped: SHIPPED, weights: servedBy(store), ...store };
}

/**
 * What the decisions suggest and what the gate says of it; changes nothing.
 * @throws AppError "policy/forbidden"; "train/too-few-labels" below ten pairs
 */
export async function proposeWeights({ db }: Needs, actor: Actor): Promise<WeightProposal> {
  authorise(actor, "models:manage");
  const decided = await listDecided(db, scope);
  const champion = rulesetWith(await servingWeights(db));
  const openings = [...new Set(decided.map(({ openingId }) => openingId))].sort((a, b) => (sha256(a) < sha256(b) ? -1 : 1));
  const heldOut = new Set(openings.filter((_, i) => i % HELD_ONE_IN === HELD_ONE_IN - 1));
  const labels = pairsOf(decided);
  const fitted = labels.filter(({ group }) => !heldOut.has(group as Decided["openingId"]));
  const held = labels.filter(({ group }) => heldOut.has(group as Decided["openingId"]));
  const { ruleset: challenger, changes } = fitRuleset(fitted, champion);
  const gate = judgeRuleset({ champion, challenger, held, applicants: decided.map(({ id, openingId, card }) => ({ id, group: openingId, card })), countGroups: await groupCounter(db, decided) });
  await record(db, actor, { action: "weights.proposed", object: { kind: "model", id: null }, facts: { pairs: labels.length, verdict: gate.verdict } });
  return {
    weights: structuredClone(challenger.suggestedWeights),
    changes: changes.map((one) => ({ ...one })),
    pairs: { fitted: fitted.length, held: held.length, openings: openings.length, before: gate.pairs.before, after: gate.pairs.after },
    verdict: gate.verdict,
    reasons: gate.reasons.map((one) => ({ ...one })),
  };
}

const rulesetWith = (weights: WeightTable): Ruleset => ({ ...BASE_RULESET, suggestedWeights: weights });

/**
 * Within one opening: who came to an interview above who was turned down without one (withdrawn ones say nothing); whoever stands on a
 * shortlist above who was turned down; and above those who stood higher in the same list, were seen therefore, and were passed over.
 * A place on a shortlist counts half: it is a step, no decision. Nobody is compared with people further down, whom perhaps nobody looked at.
 * @source "click > skip above": Joachims 2002, "Optimizing Search Engines using Clickthrough Data"
 */
export function pairsOf(decided: readonly Decided[]): RankLabel[] {
  return decided.flatMap((better) => {
    if (!better.reached && !better.shortlisted) return [];
    return decided.flatMap((worse): RankLabel[] => {
      if (worse.openingId !== better.openingId || worse === better || worse.reached || worse.shortlisted || worse.stage === "withdrawn") return [];
      const wasSkipped = better.chosenAt !== null && worse.appliedAt <= better.chosenAt && worse.card.score > better.card.score;
      if (worse.stage !== "rejected" && !wasSkipped) return [];
      const isDecision = better.reached && worse.stage === "rejected";
      return [{ group: better.openingId, better: better.card, worse: worse.card, weight: isDecision ? 1 : SHORTLIST_WEIGHT }];
    });
  });
}

/** Records are joined by their keyed hash in memory; only counts of groups leave this function. */
export async function groupCounter(db: Services["db"], decided: readonly Pick<Decided, "id" | "code">[]): Promise<RulesetGateInput["countGroups"]> {
  const [records, key] = [await listRecords(db, scope), await opportunityKey(db)];
  const groupsOf = new Map(decided.map(({ id, code }) => [id as string, records.get(subjectOf(key, code)) ?? {}]));
  const categories = [...new Set([...groupsOf.values()].flatMap((groups) => Object.keys(groups)))].sort();
  return (selected) => Object.fromEntries(categories.map((category) => [category, countGroups([...groupsOf].map(([id, groups]) => ({ group: groups[category] ?? null, hit: selected.has(id) })))]));
}

/**
 * Learns anew and serves it: what was proposed, if nothing was decided since.
 * @throws AppError likewise; "request/conflict" where an impact ratio falls, whatever the reason; "request/invalid" where the gate did not find it better and no reason is written; "request/conflict" when nothing would change
 */
export async function promoteWeights(services: Needs, actor: Actor, reason: string, clock: Clock = systemClock): Promise<void> {
  const { db } = services;
  const proposal = await proposeWeights(services, actor);
  if (proposal.changes.length === 0) throw new AppError("request/conflict", "no weight would change", { userMessage: "The decisions suggest the weights that are in use already." });
  // A written reason outweighs doubt, not harm to a group.
  const worse = proposal.reasons.find(({ code, isAgainst }) => code === "impact-worse" && isAgainst);
  if (worse) throw new AppError("request/conflict", "the weights worsen an impact ratio", { userMessage: `These weights cannot be used: they make an impact ratio worse. ${worse.en}` });
  if (proposal.verdict !== "better" && reason === "") throw new AppError("request/invalid", "promotion against the gate without a reason", { userMessage: "The gate did not find these weights better. Write down why they should be used all the same." });
  await change(db, actor, (store) => {
    const number = store.versions.length + 1;
    const version = { number, at: new Date(clock.now()).toISOString(), by: actor.name, reason, ...proposal };
    return { store: { serving: number, versions: [...store.versions, version] }, verdict: proposal.verdict, reason };
  });
}

/** Back, or forward, to a version. @throws AppError "policy/forbidden"; "request/not-found" when there is none; "request/conflict" when it is served */
export async function serveWeights({ db }: Needs, actor: Actor, version: number): Promise<void> {
  authorise(actor, "models:manage");
  await change(db, actor, (store) => {
    if (version !== 0 && !store.versions.some(({ number }) => number === version)) throw new AppError("request/not-found", "no such version of the weights");
    if (version === store.serving) throw new AppError("request/conflict", "this version is in use", { userMessage: "This version is in use already." });
    return { store: { ...store, serving: version }, verdict: null, reason: "" };
  });
}

async function change(db: Services["db"], actor: Actor, edit: (store: WeightStore) => { store: WeightStore; verdict: WeightProposal["verdict"] | null; reason: string }): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await storeOf(tx);
    const { store, verdict, reason } = edit(before);
    await putSetting(tx, scope, { key: SETTING, value: JSON.stringify(store) });
    await record(tx, actor, { action: "weights.served", object: { kind: "model", id: null }, facts: { version: store.serving, from: before.serving, verdict, reason } });
  });
}
