/**
 * @file What corrections teach: names that no table knows, proposed for the company's own skills with what they would change, and
 * taken in by one click of a recruiter. Nothing is learned unseen: a name counts once somebody has accepted it, for every opening
 * and résumé read from then on; scores that were made stay.
 */
import { countTextsNaming, listCorrectionsWorkedOn } from "../../../db/queries/recruiting/taught";
import { getSetting, putSetting } from "../../../db/queries/settings";
import { z } from "zod";
import type { TaughtAnswer, TaughtSkills } from "../../contracts/taught-skills";
import { taxonomyRow, type TaxonomyRow } from "../../contracts/taggers";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { taughtNames, type TaughtName } from "../../people/requirements/taught-names";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { skillSlug } from "../../people/taxonomy/skill-slug";
import type { Skill } from "../../people/taxonomy/types";
import { authorise } from "../policy";
import { companyTaxonomy } from "../company-taxonomy";
import type { Services } from "../services";
import { companySkills, keepCompanyRows } from "./company-skills";
import { asRequirement } from "./scorer";

type Needs = Pick<Services, "db"> & { readonly paths: Pick<Services["paths"], "root"> };
const scope = systemScope("names that corrections teach");
const LEFT = "taught_skills_left";
/** Each is looked for in every text: a handful at a time. */
const SHOWN = 8;

/** @throws AppError "policy/forbidden" */
export async function taughtSkillsOf({ db }: Pick<Needs, "db">, actor: Actor): Promise<TaughtSkills> {
  authorise(actor, "openings:recruit");
  const left = await leftOut(db);
  const open = (await taught(db, actor)).filter(({ words }) => !left.includes(words.toLowerCase()));
  const proposals: TaughtSkills["proposals"] = [];
  for (const { words, of, openings } of open.slice(0, SHOWN)) {
    const skill = of === null ? null : companyTaxonomy().byId(of);
    proposals.push({ words, of: skill && { id: skill.id, en: skill.name.en, zh: skill.name.zh }, corrected: openings.length, stands: await countTextsNaming(db, scopeOf(actor), words) });
  }
  return { proposals, more: Math.max(0, open.length - SHOWN), left };
}

/**
 * Says something to one proposal: only names that a correction of one's own openings teaches can be answered.
 * @throws AppError "policy/forbidden", "request/not-found", "request/invalid" for another name of nothing known; "taxonomy/invalid" when the table does not admit it
 */
export async function answerTaught(services: Needs, actor: Actor, { words, as }: TaughtAnswer): Promise<void> {
  const { db } = services;
  authorise(actor, "openings:recruit");
  const key = words.toLowerCase();
  const left = await leftOut(db);
  if (as === "offer") return keepLeft(db, left.filter((one) => one !== key));
  const proposal = (await taught(db, actor)).find((one) => one.words.toLowerCase() === key);
  if (!proposal) throw new AppError("request/not-found", "no correction teaches this name", { userMessage: `“${words}” is not proposed any more: it is known by now, or its correction was taken back.` });
  if (as === "leave") return keepLeft(db, [...new Set([...left, key])].sort());
  const skill = proposal.of === null ? null : companyTaxonomy().byId(proposal.of);
  if (as === "name" && !skill) throw new AppError("request/invalid", "the correction names no skill", { userMessage: `No known skill stands beside “${words}”: take it in as a skill of its own, or leave it.` });
  const { rows } = companySkills(services);
  await keepCompanyRows(services, actor, as === "name" && skill ? withName(rows, skill, proposal.words) : [...rows, ownSkill(proposal.words, skill)]);
}

async function taught(db: Services["db"], actor: Actor): Promise<TaughtName[]> {
  const corrections = await listCorrectionsWorkedOn(db, scopeOf(actor));
  const plain = corrections.map(({ openingId, change: { change, before, after } }) => ({ openingId, change: { change, before: before && asRequirement(before), after: after && asRequirement(after) } }));
  return taughtNames(plain, companyTaxonomy());
}

/** In lower case, sorted. */
const leftOut = async (db: Services["db"]): Promise<string[]> => z.array(z.string()).parse(JSON.parse((await getSetting(db, scope, LEFT)) ?? "[]"));
const keepLeft = (db: Services["db"], left: readonly string[]): Promise<void> => putSetting(db, scope, { key: LEFT, value: JSON.stringify(left) });

const isHan = (words: string): boolean => /\p{Script=Han}/u.test(words);
const join = (cell: string, words: string): string => (cell === "" ? words : `${cell};${words}`);

/** On the company's own row of the skill, or on a new one over what ships. */
function withName(rows: readonly TaxonomyRow[], skill: Skill, words: string): TaxonomyRow[] {
  const isIts = (row: TaxonomyRow): boolean => row.kind !== "occupation" && (BASE_TAXONOMY.normalise(row.name)?.id ?? skillSlug(row.name)) === skill.id;
  const column = isHan(words) ? "aliases_zh" : "aliases";
  if (rows.some(isIts)) return rows.map((row) => (isIts(row) ? { ...row, [column]: join(row[column], words) } : row));
  return [...rows, taxonomyRow.parse({ name: skill.name.en, kind: skill.kind, [column]: words })];
}

/** Beside the skill that it would do for, where one is known. */
function ownSkill(words: string, beside: Skill | null): TaxonomyRow {
  return taxonomyRow.parse({ name: words, ...(isHan(words) ? { name_zh: words } : {}), ...(beside ? { kind: beside.kind, related: beside.name.en } : {}) });
}
