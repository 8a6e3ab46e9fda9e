/**
 * @file People in bands: counts by group (small ones suppressed), names by band in the order of the alphabet, one person with the
 * reasons. Names and reasons are handed out only with an audit line; nothing here sorts people by a figure.
 */
import { countInsightBands, findInsightPerson, listInsightPeople, servingInsight, type ListedInsightVersion } from "../../../db/queries/insight-versions";
import type { Database } from "../../../db/client";
import type { InsightKind } from "../../contracts/insights";
import { personDetail, type BandCounts, type PeopleList, type PersonView } from "../../contracts/insights-reports";
import { AppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import type { Actor, Language } from "../../core/types";
import { record } from "../audit/record";
import { authorise } from "../policy";
import type { Services } from "../services";
import { requireInsights } from "./approval";
import { supportFor } from "./support";

/** Groups with fewer people show no bands: a count there would name a person. */
export const SMALLEST_GROUP = 5;
const MOST_NAMES = 300;

async function inUse(db: Database, actor: Actor, kind: InsightKind): Promise<ListedInsightVersion> {
  authorise(actor, "insights:read");
  await requireInsights(db);
  const version = await servingInsight(db, scopeOf(actor), kind);
  if (!version) throw new AppError("request/not-found", "no version in use");
  return version;
}

/**
 * Counts always; names only when a band is asked for.
 * @throws AppError "insights/off", "request/not-found", "policy/forbidden"; "data/unavailable" without an audit line
 */
export async function peopleOf(db: Database, actor: Actor, { kind, group, band }: { kind: InsightKind; group?: string | undefined; band?: string | undefined }): Promise<PeopleList> {
  const version = await inUse(db, actor, kind);
  const counts = grouped(await countInsightBands(db, scopeOf(actor), version.id));
  if (band === undefined) return { people: [], more: false, counts };
  const rows = await listInsightPeople(db, scopeOf(actor), { versionId: version.id, ...(group === undefined ? {} : { group }), band, limit: MOST_NAMES + 1 });
  const people = rows.slice(0, MOST_NAMES).map(({ rowKey, name, group: of, band: its }) => ({ rowKey, name, group: of, band: its }));
  await record(db, actor, { action: "insights.people-listed", object: { kind: "insight", id: version.id }, facts: { of: kind, version: version.number, shown: people.length } });
  return { people, more: rows.length > MOST_NAMES, counts };
}

function grouped(rows: readonly { group: string; band: string; n: number }[]): BandCounts {
  const groups = new Map<string, Record<string, number>>();
  for (const { group, band, n } of rows) groups.set(group, { ...groups.get(group), [band]: n });
  const sum = (bands: Record<string, number>) => Object.values(bands).reduce((total, n) => total + n, 0);
  return {
    smallest: SMALLEST_GROUP,
    groups: [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([group, bands]) => ({ group, n: sum(bands), bands: sum(bands) < SMALLEST_GROUP ? null : bands })),
  };
}

/** One person: why the estimate is what it is, what a company could change, what it offers. @throws as peopleOf */
export async function personOf(services: Services, actor: Actor, { kind, rowKey, language }: { kind: InsightKind; rowKey: string; language: Language }): Promise<PersonView> {
  const { db } = services;
  const version = await inUse(db, actor, kind);
  const person = await findInsightPerson(db, scopeOf(actor), { versionId: version.id, rowKey });
  const detail = personDetail.safeParse(person?.detail);
  if (!person || !detail.success) throw new AppError("request/not-found", "no such person in the version in use");
  // What support is for: what raises a risk, what speaks for the lower result.
  const sign = "foreseen" in detail.data ? -1 : 1;
  const raising = detail.data.reasons.filter(({ amount }) => sign * amount > 0).map(({ feature }) => feature);
  const measures = await supportFor(services, actor, { reasons: raising, language });
  await record(db, actor, { action: "insights.person-opened", object: { kind: "insight", id: version.id }, facts: { of: kind, version: version.number, person: person.employeeId } });
  return { rowKey: person.rowKey, name: person.name, group: person.group, band: person.band, detail: detail.data, measures };
}
