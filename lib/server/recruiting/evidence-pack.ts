/**
 * @file Evidence pack: everything behind the decisions about an opening, or about one application: input hashes, versions,
 * the ranked lists as they were shown, what people changed and why. Made of stored rows in a fixed order, without the time
 * of export, so that two exports of the same decisions in one language are the same bytes. People are named by code, also in what was written about them. Every scoring is in it with its parts;
 * a pack may be limited to the one that a decision was made on.
 */
import { zipSync, strToU8, type Zippable } from "fflate";
import { listApplications, listEvents, type ApplicationRow } from "../../../db/queries/recruiting/applications";
import { listCorrections } from "../../../db/queries/recruiting/openings";
import { listRuns, listScores, listScoresOf, type RunRow } from "../../../db/queries/recruiting/score-runs";
import { listAnswers, listEntries, listLinks, listShortlists } from "../../../db/queries/recruiting/shortlists";
import { findDocument } from "../../../db/queries/documents";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { scopeOf } from "../../core/scope";
import type { Actor, ApplicationId, Language } from "../../core/types";
import { coverWords } from "../../people/blind/mask-text";
import type { MatchSubject } from "../../people/match/types";
import { record } from "../audit/record";
import type { Services } from "../services";
import { requireWork } from "./access";
import { packPage } from "./evidence-page";
import { readResume } from "./scorer";
import { coveredText, namesOf } from "./shown";

/** The beginning of what a zip can say, so that no clock gets in. @source PKZIP APPNOTE 4.4.6: years from 1980 */
const FIXED_DATE = new Date(1980, 0, 1);

export interface EvidencePack {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export type PackContent = Awaited<ReturnType<typeof contentOf>>;

export interface PackOf {
  /** One application's evidence alone; null: everyone's. */
  readonly application?: string | null;
  /** Number of the scoring that a decision was made on: its list, its parts, the decisions made on it; null: every scoring. */
  readonly scoring?: number | null;
  /** Of the page; the data beside it are the same in both. Default: English. */
  readonly language?: Language;
}

/** @throws AppError "request/not-found"; "data/unavailable" without an audit line */
export async function evidencePack(services: Pick<Services, "db">, actor: Actor, openingId: string, { application: applicationId = null, scoring = null, language = "en" }: PackOf = {}): Promise<EvidencePack> {
  const { db } = services;
  const content = await contentOf(db, actor, openingId, { applicationId, scoring });
  const json = `${JSON.stringify(content, null, 2)}\n`;
  const page = packPage(content, language);
  const files: Zippable = {};
  for (const [name, text] of [["evidence.json", json], ["evidence.html", page]] as const) files[name] = [strToU8(text), { mtime: FIXED_DATE, level: 9 }];
  files["SHA256SUMS"] = [strToU8(`${sha256(page)}  evidence.html\n${sha256(json)}  evidence.json\n`), { mtime: FIXED_DATE, level: 9 }];
  const bytes = zipSync(files);
  const hash = sha256(bytes);
  await record(db, actor, { action: "evidence.exported", object: { kind: "document", id: content.opening.id }, facts: { application: applicationId, sha256: hash } });
  return { name: `evidence-${content.opening.id.slice(-8)}${applicationId ? `-${applicationId.slice(-8)}` : ""}${scoring === null ? "" : `-scoring-${scoring}`}${language === "en" ? "" : `-${language}`}.zip`, bytes, sha256: hash };
}

async function contentOf(db: Services["db"], actor: Actor, openingId: string, { applicationId, scoring }: { readonly applicationId: string | null; readonly scoring: number | null }) {
  const scope = scopeOf(actor);
  const opening = await requireWork(db, actor, openingId);
  const document = await findDocument(db, scope, openingId);
  const all = await listApplications(db, scope, opening.documentId);
  const rows = byCode(all.filter(({ id }) => applicationId === null || id === applicationId));
  if (applicationId !== null && rows.length === 0) throw new AppError("request/not-found", "no such application");
  const codeOf = new Map<string, string>(all.map(({ id, code }) => [id, code]));
  const code = (id: string): string => codeOf.get(id) ?? "erased";
  const runs = [...(await listRuns(db, scope, opening.documentId))].reverse().filter(({ number }) => scoring === null || number === scoring);
  if (scoring !== null && runs.length === 0) throw new AppError("request/not-found", `no scoring ${scoring}`);
  const events = (await listEvents(db, scope, rows.map(({ id }) => id))).filter(({ runId }) => scoring === null || runId === runs[0]?.id);
  const lists = await listShortlists(db, scope, opening.documentId);
  const entries = await listEntries(db, scope, lists.map(({ id }) => id));
  const links = await listLinks(db, scope, lists.map(({ id }) => id));
  const answers = await listAnswers(db, scope, links.map(({ id }) => id));
  // What recruiters and managers wrote may name anyone who applied here.
  const names = (await Promise.all(all.map((row) => namesOf(db, row)))).flat();
  const words = (text: string): string => coverWords(text, names);
  const said = (shortlistId: string, id: ApplicationId) =>
    links
      .filter((link) => link.shortlistId === shortlistId)
      .flatMap((link) => answers.filter((one) => one.linkId === link.id && one.applicationId === id).map((one) => ({ by: link.name, verdict: one.verdict, note: words(one.note), namesHidden: link.masked, at: one.at.toISOString() })))
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.by < b.by ? -1 : 1));
  const runNumber = new Map(runs.map(({ id, number }) => [id, number]));
  return {
    format: "cadre-evidence-pack/3",
    of: { scoring },
    opening: { id: opening.documentId, title: opening.title, textSha256: document?.sha256 ?? null, openedAt: opening.openedAt.toISOString(), state: opening.state, namesHiddenUntil: opening.blindUntil },
    requirements: { understood: opening.suggested, applied: opening.requirements, revision: opening.revision },
    corrections: (await listCorrections(db, scope, opening.documentId)).map(({ revision, change, by, at }) => ({ revision, ...change, by, at: at.toISOString() })),
    runs: await Promise.all(
      runs.map(async (run) => {
        const scores = await listScores(db, scope, run.id);
        const shown = scores.map(({ applicationId: id, card }, i) => ({ rank: i + 1, candidate: code(id), score: card.score, mustHavesMet: card.mustHavesMet, mustHaves: card.mustHaves.length, subjectSha256: card.inputs.subject, requirementsSha256: card.inputs.requirements }));
        return { number: run.number, at: run.at.toISOString(), by: run.by, reason: run.reason, revision: run.revision, versions: run.versions, inputs: run.inputs, requirements: run.requirements, ranked: shown };
      }),
    ),
    candidates: await Promise.all(rows.map((row) => candidateOf(db, scope, row, runs))),
    decisions: events.map((event) => ({
      candidate: code(event.applicationId),
      at: event.at.toISOString(),
      by: event.by,
      from: event.fromStage,
      to: event.toStage,
      reason: words(event.reason),
      scoring: event.runId === null ? null : (runNumber.get(event.runId) ?? null),
      requirementsRevision: event.revision,
      listAsShown: event.shown.map(({ application, rank, score }) => ({ rank, candidate: code(application), score })),
    })),
    shortlists: lists.map((list) => ({ name: words(list.name), createdAt: list.createdAt.toISOString(), entries: entries.filter(({ shortlistId, applicationId: id }) => shortlistId === list.id && (applicationId === null || id === applicationId)).map((one) => ({ candidate: code(one.applicationId), reason: words(one.reason), by: one.by, at: one.at.toISOString(), opinions: said(list.id, one.applicationId) })) })),
  };
}

const byCode = (rows: readonly ApplicationRow[]): ApplicationRow[] => [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));

/** Scores with their quotes, from the covered text: a pack travels further than the product. */
async function candidateOf(db: Services["db"], scope: ReturnType<typeof scopeOf>, row: ApplicationRow, runs: readonly RunRow[]) {
  const text = await coveredText(db, scope, row);
  const scored = await listScoresOf(db, scope, row.id);
  const subject = (await readResume(db, scope, row))?.subject ?? null;
  const quote = ({ start, end }: { start: number; end: number }) => ({ start, end, text: text?.slice(start, end) ?? "" });
  return {
    candidate: row.code,
    resumeSha256: row.resume.sha256,
    appliedAt: row.appliedAt.toISOString(),
    channel: row.channel,
    consent: row.consent,
    stage: row.stage,
    /** One for each scoring that they were in, oldest first: a decision names the scoring that it was made on. */
    scorings: scored
      .filter(({ run }) => runs.some(({ number }) => number === run))
      .map(({ run, card }) => ({ scoring: run, score: card.score, subjectSha256: card.inputs.subject, subject: subject?.fingerprint === card.inputs.subject ? subjectOf(subject) : null, parts: card.parts.map(({ name, kind, mustHave, weight, score, met, standing, evidence }) => ({ name, kind, mustHave, weight, score, met, standing, quotes: evidence.map(quote) })) })),
  };
}

/**
 * What was scored: lines without identity in canonical order, time of work. Its hash is subjectSha256; where the product reads
 * the résumé otherwise today, it is left out rather than said wrongly.
 */
const subjectOf = ({ items, monthsOfWork, asOf }: MatchSubject) => ({
  asOf,
  months: monthsOfWork,
  items: items.map(({ kind, canonical, work, statedMonths, isWork, skills }) => ({ kind, canonical, work: work && { from: work.from, to: work.to }, statedMonths, isWork, skills: [...skills] })),
});
