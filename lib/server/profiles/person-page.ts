/**
 * @file The person page: one résumé's profile with other résumés that may be the same person's, and a human's word on
 * each. Opening it and deciding are written to the audit log.
 */
import { findDocument } from "../../../db/queries/documents";
import { listApplicationsOf } from "../../../db/queries/recruiting/applications";
import { findProfiles, listLinks, listRelated, putLink } from "../../../db/queries/profiles";
import type { CandidateProfile, OtherResume, SamePersonRequest } from "../../contracts/candidate-profile";
import type { ProfileOutput } from "../../contracts/profile";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { sameReasons } from "../../people/profile/same-person";
import { mayHandle } from "../recruiting/held-person";
import { keptTerms } from "../recruiting/kept-until";
import { companyTaxonomy } from "../company-taxonomy";
import { record } from "../audit/record";
import { getDocument } from "../documents/manage";
import type { Services } from "../services";
import { currentProfile } from "./refresh";

const system = systemScope("person page");

/** @throws AppError "request/not-found"; "request/conflict" for a résumé without text; "data/unavailable" without an audit line */
export async function readPersonPage(services: Pick<Services, "db">, actor: Actor, id: string): Promise<CandidateProfile> {
  const page = await assemble(services, actor, id);
  await record(services.db, actor, { action: "candidate.opened", object: { kind: "document", id }, facts: { others: page.others.length } });
  return page;
}

async function assemble({ db }: Pick<Services, "db">, actor: Actor, id: string): Promise<CandidateProfile> {
  const row = await getDocument({ db } as Services, actor, id);
  const profile = row.kind === "resume" ? await currentProfile(db, scopeOf(actor), id) : null;
  if (!profile) throw new AppError("request/conflict", `document ${id} has no profile`, { userMessage: row.kind === "resume" ? "This résumé has no text yet." : "Only résumés have a profile." });
  const applications = await listApplicationsOf(db, system, row.id);
  return {
    documentId: row.id,
    title: row.title,
    source: row.source,
    addedAt: row.createdAt.toISOString(),
    profile,
    skillNames: skillNames(profile),
    others: await otherResumes({ db }, actor, { id, profile }),
    kept: (await keptTerms(db, [row])).get(row.id) ?? null,
    hasApplied: applications.length > 0,
    mayHandle: mayHandle(actor, applications),
  };
}

function skillNames(profile: ProfileOutput): CandidateProfile["skillNames"] {
  const names = profile.skills.flatMap(({ canonical }) => {
    const skill = canonical === null ? null : companyTaxonomy().byId(canonical);
    return skill ? [[skill.id, skill.name] as const] : [];
  });
  return Object.fromEntries(names);
}

/** Those that share an address, a number, or the name and a job, and those that someone decided about. */
async function otherResumes({ db }: Pick<Services, "db">, actor: Actor, { id, profile }: { id: string; profile: ProfileOutput }): Promise<OtherResume[]> {
  const scope = scopeOf(actor);
  const related = await listRelated(db, scope, id);
  const [profiles, links] = [await findProfiles(db, scope, related), await listLinks(db, scope, id)];
  const others = await Promise.all(
    related.map(async (other): Promise<OtherResume | null> => {
      const [row, told] = [await findDocument(db, scope, other), profiles.get(other)];
      const decided = links.find((link) => link.other === other);
      const reasons = told ? sameReasons(profile, told) : [];
      if (!row || (reasons.length === 0 && !decided)) return null;
      return {
        documentId: other,
        name: told?.name?.value ?? row.personName,
        headline: told?.headline?.value ?? row.personTitle,
        source: row.source,
        addedAt: row.createdAt.toISOString(),
        reasons,
        decided: decided ? { verdict: decided.verdict, by: decided.by, at: decided.at.toISOString() } : null,
      };
    }),
  );
  return others.filter((other) => other !== null);
}

/**
 * A human's word that two résumés are one person's or not, or its withdrawal. Nothing is merged in the documents.
 * @throws AppError "request/not-found" when either may not be read, "request/invalid" for a résumé with itself
 */
export async function decideSamePerson(services: Pick<Services, "db">, actor: Actor, id: string, { other, verdict }: SamePersonRequest): Promise<CandidateProfile> {
  if (id === other) throw new AppError("request/invalid", "a résumé with itself", { userMessage: "Choose another résumé." });
  const [one, two] = [await getDocument(services as Services, actor, id), await getDocument(services as Services, actor, other)];
  if (one.kind !== "resume" || two.kind !== "resume") throw new AppError("request/invalid", "not two résumés", { userMessage: "Only résumés can be one person's." });
  await services.db.transaction(async (tx) => {
    const changed = await putLink(tx, scopeOf(actor), { one: one.id, other: two.id, verdict, byId: actor.userId });
    if (changed) await record(tx, actor, { action: "candidate.linked", object: { kind: "document", id }, facts: { other: two.id, verdict: verdict ?? "open" } });
  });
  return assemble(services, actor, id);
}
