/**
 * @file Fairness: equal-opportunity records joined with outcomes in memory, summed up, and forgotten. Only sums leave this
 * file; a group of fewer than five is counted as one of the small ones. Four fifths is a screen, not a proof.
 */
import { csvParse } from "d3-dsv";
import { deleteRecords, insertImport, listImports, listRecords } from "../../../db/queries/recruiting/equal-opportunity";
import { listCounted, type Counted } from "../../../db/queries/recruiting/fairness";
import type { FairnessReport, GroupRateView } from "../../contracts/fairness";
import { isOpenStage } from "../../contracts/recruiting-words";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { countGroups, impactRatios } from "../../people/fairness/rates";
import { record } from "../audit/record";
import { csvCell } from "../audit/csv";
import { authorise } from "../policy";
import type { Services } from "../services";
import { opportunityKey, subjectOf } from "./equal-opportunity";

type Needs = Pick<Services, "db">;
const scope = systemScope("fairness figures");
const MAX_BYTES = 2_000_000;
const CODE_COLUMN = "application";

/** @throws AppError "policy/forbidden" */
export async function fairnessReport({ db }: Needs, actor: Actor, how: "fairness.read" | "fairness.exported" = "fairness.read"): Promise<FairnessReport> {
  authorise(actor, "fairness:read");
  const [counted, records, key] = [await listCounted(db, scope), await listRecords(db, scope), await opportunityKey(db)];
  const joined = counted.map((one) => ({ one, groups: records.get(subjectOf(key, one.code)) ?? {} }));
  const names = [...new Set([...records.values()].flatMap((groups) => Object.keys(groups)))].sort();
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
  const medians = mediansOf(counted);
  const kinds: { name: string; of: (groups: Readonly<Record<string, string>>) => string | null }[] = [
    ...names.map((name) => ({ name, of: (groups: Readonly<Record<string, string>>) => groups[name] ?? null })),
    ...pairs.map(([a, b]) => ({ name: `${a} × ${b}`, of: (groups: Readonly<Record<string, string>>) => (groups[a] && groups[b] ? `${groups[a]} × ${groups[b]}` : null) })),
  ];
  await record(db, actor, { action: how, object: { kind: "fairness", id: null }, facts: {} });
  const settled = joined.filter(({ one }) => isSettled(one));
  const scored = joined.filter(({ one }) => one.score !== null);
  return {
    applicants: counted.length,
    measured: settled.length,
    imports: (await listImports(db, scope)).map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
    categories: kinds.map(({ name, of }) => ({
      category: name,
      unknown: { selection: settled.filter(({ groups }) => of(groups) === null).length, scoring: scored.filter(({ groups }) => of(groups) === null).length },
      selection: ratesOf(settled.map(({ one, groups }) => ({ group: of(groups), hit: one.selected }))),
      scoring: ratesOf(scored.map(({ one, groups }) => ({ group: of(groups), hit: (one.score ?? 0) > (medians.get(one.openingId) ?? 0) }))),
    })),
  };
}

/** Nobody has been selected or not who still waits to be looked at. */
const isSettled = ({ stage, selected }: Counted): boolean => selected || !isOpenStage(stage);

/** By opening: scores of different openings do not compare. */
function mediansOf(counted: readonly Counted[]): Map<string, number> {
  const byOpening = new Map<string, number[]>();
  for (const { openingId, score } of counted) if (score !== null) byOpening.set(openingId, [...(byOpening.get(openingId) ?? []), score]);
  return new Map([...byOpening].map(([id, scores]) => { const sorted = scores.sort((a, b) => a - b); const middle = sorted.length / 2; return [id, ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2]; }));
}

function ratesOf(rows: readonly { readonly group: string | null; readonly hit: boolean }[]): GroupRateView[] {
  // The numbers of a handful of people would tell what one of them said.
  return impactRatios(countGroups(rows)).map((rate) => (rate.left === "small" ? { ...rate, applicants: null, selected: null } : rate));
}

/**
 * Takes a CSV with a column `application` (the code) and one column per category; an empty cell is "unknown".
 * @throws AppError "policy/forbidden", "request/too-large", "request/invalid" saying what is missing
 */
export async function importRecords({ db }: Needs, actor: Actor, csv: string, clock: Clock = systemClock): Promise<{ rows: number; unmatched: number }> {
  authorise(actor, "fairness:manage");
  if (csv.length > MAX_BYTES) throw new AppError("request/too-large", "the file is too large", { userMessage: "The file is larger than 2 MB." });
  const parsed = csvParse(csv.replace(/^\uFEFF/, ""));
  const categories = parsed.columns.map((column) => column.trim()).filter((column) => column !== "" && column.toLowerCase() !== CODE_COLUMN);
  const codeColumn = parsed.columns.find((column) => column.trim().toLowerCase() === CODE_COLUMN);
  if (codeColumn === undefined || categories.length === 0) throw new AppError("request/invalid", "columns are missing", { userMessage: "The first line must name a column “application” (the code of an application, such as K4-7QFM) and at least one category, such as “sex”." });
  const known = new Set((await listCounted(db, scope)).map(({ code }) => code));
  const key = await opportunityKey(db);
  const rows = parsed.flatMap((line) => {
    const code = (line[codeColumn] ?? "").trim().toUpperCase();
    const groups = Object.fromEntries(parsed.columns.flatMap((column) => (column !== codeColumn && column.trim() !== "" && (line[column] ?? "").trim() !== "" ? [[column.trim(), (line[column] ?? "").trim().slice(0, 80)]] : [])));
    return known.has(code) ? [{ subject: subjectOf(key, code), groups }] : [];
  });
  const unmatched = parsed.length - rows.length;
  await db.transaction(async (tx) => {
    await insertImport(tx, scope, { rows, unmatched, byId: actor.userId, at: new Date(clock.now()) });
    await record(tx, actor, { action: "fairness.imported", object: { kind: "fairness", id: null }, facts: { rows: rows.length, unmatched } });
  });
  return { rows: rows.length, unmatched };
}

/** @throws AppError "policy/forbidden" */
export async function forgetRecords({ db }: Needs, actor: Actor): Promise<void> {
  authorise(actor, "fairness:manage");
  await db.transaction(async (tx) => {
    const rows = await deleteRecords(tx, scope);
    await record(tx, actor, { action: "fairness.deleted", object: { kind: "fairness", id: null }, facts: { rows } });
  });
}

/**
 * The tables of a bias audit as CSV: per category and group the number of applicants, the rate and the impact ratio, for
 * selection and for scoring; the number of unknown. @source New York City, 6 RCNY § 5-301
 */
export async function fairnessCsv(services: Needs, actor: Actor): Promise<string> {
  const report = await fairnessReport(services, actor, "fairness.exported");
  const figure = (value: number | null) => (value === null ? "" : value.toFixed(3));
  const lines = [["category", "group", "measure", "applicants", "selected_or_above_median", "rate", "rate_low", "rate_high", "impact_ratio", "ratio_low", "ratio_high", "left_out"]];
  for (const { category, unknown, selection, scoring } of report.categories) {
    for (const [measure, rates] of [["selection", selection], ["scoring", scoring]] as const) {
      for (const rate of rates) lines.push([category, rate.group, measure, String(rate.applicants ?? ""), String(rate.selected ?? ""), figure(rate.rate), figure(rate.rateInterval?.[0] ?? null), figure(rate.rateInterval?.[1] ?? null), figure(rate.impactRatio), figure(rate.ratioInterval?.[0] ?? null), figure(rate.ratioInterval?.[1] ?? null), rate.left ?? ""]);
      lines.push([category, "unknown", measure, String(unknown[measure]), "", "", "", "", "", "", "", ""]);
    }
  }
  return `${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
