/**
 * @file Scores of an opening: made once, kept, shown as they were made. A new application is scored like the others, with
 * what the opening has pinned; corrected requirements, another ruleset or model change nothing until somebody scores anew
 * on purpose, after seeing who would move and why.
 */
import { listApplications, type ApplicationRow } from "../../../db/queries/recruiting/applications";
import { findWork, updateOpening, type OpeningRow } from "../../../db/queries/recruiting/openings";
import { findRun, insertRun, insertScores, listScores, type NewScore, type RunRow } from "../../../db/queries/recruiting/score-runs";
import type { RescoreReport, ScorecardView } from "../../contracts/recruiting";
import { systemClock, type Clock } from "../../core/clock";
import { newId } from "../../core/ids";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, ApplicationId, DocumentId } from "../../core/types";
import { record } from "../audit/record";
import type { Services } from "../services";
import { isMasked, isTermOver, requireWork } from "./access";
import { currentVersions, madeOf, sameVersions, scoreApplications } from "./scorer";
import { impactOfScoring, isAnotherRanker, requireImpactKept } from "./scoring-impact";
import { showPerson } from "./shown";

type Needs = Pick<Services, "db" | "encoder">;
const scope = systemScope("scores of an opening");

export interface Standings {
  readonly run: RunRow | null;
  /** Best first; without those whose term is over. */
  readonly scores: readonly { readonly applicationId: ApplicationId; readonly card: ScorecardView }[];
}

/** What two servers would score twice is scored once: one after the other within a process, first come over processes. */
const scoring = new Map<DocumentId, Promise<Standings>>();

/** The scores as they stand, those of newcomers made now. */
export function standingsOf(services: Needs, opening: OpeningRow, clock: Clock = systemClock): Promise<Standings> {
  const { documentId } = opening;
  // What runs may have begun before the newest application: it is waited for, then looked at again, which costs little.
  const before = scoring.get(documentId) ?? Promise.resolve();
  const next = before.then(
    () => makeStandings(services, documentId, clock),
    () => makeStandings(services, documentId, clock),
  );
  scoring.set(documentId, next);
  const forget = (): void => {
    if (scoring.get(documentId) === next) scoring.delete(documentId);
  };
  next.then(forget, forget);
  return next;
}

/** Of the opening as it is now: the caller's row may be from before its first run. */
async function makeStandings(services: Needs, id: DocumentId, clock: Clock): Promise<Standings> {
  const { db, encoder } = services;
  const opening = await findWork(db, scope, id);
  if (!opening) return { run: null, scores: [] };
  const all = await listApplications(db, scope, opening.documentId);
  const rows = all.filter((row) => !isTermOver(row, clock));
  const over = new Set(all.filter((row) => isTermOver(row, clock)).map(({ id }) => id));
  const scoresOf = async (runId: string) => (await listScores(db, scope, runId)).filter(({ applicationId }) => !over.has(applicationId));
  const run = opening.runId === null ? null : await findRun(db, scope, opening.documentId, opening.runId);
  if (run === null) {
    const scores = await scoreApplications(services, scope, opening, rows);
    if (scores.length === 0) return { run: null, scores: [] };
    const made = await keepRun(services, { opening, scores, reason: "", byId: null, clock });
    return { run: await findRun(db, scope, opening.documentId, made.id), scores: await scoresOf(made.id) };
  }
  const before = await scoresOf(run.id);
  const known = new Set(before.map(({ applicationId }) => applicationId));
  const newcomers = rows.filter((row) => !known.has(row.id) && row.resume.ready);
  if (newcomers.length === 0 || !sameVersions(run.versions, await currentVersions(encoder))) return { run, scores: before };
  await insertScores(db, scope, run.id, await scoreApplications(services, scope, { ...opening, requirements: run.requirements }, newcomers));
  return { run, scores: await scoresOf(run.id) };
}

interface RunToKeep {
  readonly opening: OpeningRow;
  readonly scores: readonly NewScore[];
  readonly reason: string;
  readonly byId: Actor["userId"] | null;
  readonly clock: Clock;
}

async function keepRun({ db, encoder }: Needs, { opening, scores, reason, byId, clock }: RunToKeep): Promise<{ id: string; number: number }> {
  const id = newId<string>();
  const versions = await currentVersions(encoder);
  const inputs = await madeOf(db, scope, opening);
  return db.transaction(async (tx) => {
    const number = await insertRun(tx, scope, { id, openingId: opening.documentId, versions, inputs, revision: opening.revision, requirements: opening.requirements, reason, byId, at: new Date(clock.now()) });
    await insertScores(tx, scope, id, scores);
    await updateOpening(tx, scope, opening.documentId, { pinned: versions, runId: id });
    return { id, number };
  });
}

/**
 * Scores everyone anew with the requirements, ruleset and model of now.
 * @param edit.apply false: only says who would move
 * @throws AppError "request/not-found"; as requireImpactKept where another model would worsen an impact ratio
 */
export async function rescore(services: Needs, actor: Actor, edit: { openingId: string; reason: string; apply: boolean }, clock: Clock = systemClock): Promise<RescoreReport> {
  const { db, encoder } = services;
  const opening = await requireWork(db, actor, edit.openingId);
  const rows = (await listApplications(db, scopeOf(actor), opening.documentId)).filter((row) => !isTermOver(row, clock));
  const before = await standingsOf(services, opening, clock);
  const scores = [...(await scoreApplications(services, scope, opening, rows))].sort((a, b) => b.card.score - a.card.score || (a.applicationId < b.applicationId ? -1 : 1));
  const moves = compareStandings(before, scores, rows, opening);
  const versions = await currentVersions(encoder);
  const impact = before.run && isAnotherRanker(before.run.versions, versions) ? await impactOfScoring(db, actor, opening.documentId, scores) : null;
  let number = (before.run?.number ?? 0) + 1;
  if (edit.apply) {
    if (impact) requireImpactKept(actor, impact, edit.reason);
    number = await db.transaction(async (tx) => {
      const kept = await keepRun({ db: tx, encoder }, { opening, scores, reason: edit.reason, byId: actor.userId, clock });
      await record(tx, actor, { action: "opening.scored", object: { kind: "document", id: opening.documentId }, facts: { run: kept.number, revision: opening.revision, moved: moves.filter(({ rankBefore, rankAfter }) => rankBefore !== rankAfter).length, ...(impact ? { impact: impact.verdict } : {}) } });
      return kept.number;
    });
  }
  const run = before.run;
  return { number, before: run && { versions: run.versions, revision: run.revision }, after: { versions, revision: opening.revision }, rows: moves, impact };
}

/** Places before and after, and the parts whose points changed most. */
function compareStandings(before: Standings, after: readonly NewScore[], rows: readonly ApplicationRow[], opening: OpeningRow): RescoreReport["rows"] {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const old = new Map(before.scores.map(({ applicationId, card }, i) => [applicationId, { card, rank: i + 1 }]));
  return after.flatMap(({ applicationId, card }, i) => {
    const row = rowOf.get(applicationId);
    if (!row) return [];
    const was = old.get(applicationId);
    return [
      {
        application: applicationId,
        name: showPerson(row, isMasked(opening, row.stage)).name,
        rankBefore: was?.rank ?? null,
        rankAfter: i + 1,
        scoreBefore: was?.card.score ?? null,
        scoreAfter: card.score,
        because: was ? changedParts(was.card, card) : [],
      },
    ];
  });
}

/** At most three, the largest first; points are shares of the score. */
export function changedParts(before: ScorecardView, after: ScorecardView): { name: string; points: number }[] {
  const points = (card: ScorecardView) => new Map(card.parts.map((part) => [part.requirementId ?? part.name, { name: part.name, points: (part.weight * part.score) / 100 }]));
  const [a, b] = [points(before), points(after)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((key) => ({ name: b.get(key)?.name ?? a.get(key)?.name ?? key, points: Math.round(((b.get(key)?.points ?? 0) - (a.get(key)?.points ?? 0)) * 10) / 10 }))
    .filter(({ points: change }) => Math.abs(change) >= 0.1)
    .sort((x, y) => Math.abs(y.points) - Math.abs(x.points) || (x.name < y.name ? -1 : 1))
    .slice(0, 3);
}

/** The list as it stands, for what a decision was made before. */
export const rankedList = ({ scores }: Standings) => scores.map(({ applicationId, card }, i) => ({ application: applicationId, rank: i + 1, score: card.score }));

