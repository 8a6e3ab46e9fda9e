/**
 * @file Occupations as targets: the company's own, then the shipped table. Roles and openings of the company go before
 * it; a mere kind ("manager") is asked back with the company's own roles of that kind first, an unknown name with the nearest.
 */
import type { TargetChoice, TargetMeant } from "../../contracts/growth";
import { findGap } from "../../growth/gap/find-gap";
import { baseOccupations } from "../../growth/occupations/shipped/base-occupations";
import { occupationIndex, type OccupationIndex } from "../../growth/occupations/shipped/find-occupation";
import { foldOccupation } from "../../growth/occupations/shipped/occupation-names";
import type { KnownOccupation } from "../../growth/occupations/shipped/read-occupations";
import type { GapTarget, ProfileSkill, Words } from "../../growth/types";
import { companyOccupations } from "../company-taxonomy";
import { growthTaxonomy } from "./taxonomy";

/** So many are asked back at most. */
const MOST_ASKED = 6;

export const ABOUT_OCCUPATION: Words = { en: "Occupation", zh: "职业" };

export const occupations = (): OccupationIndex => occupationIndex(companyOccupations());

export const occupationTarget = ({ id, title }: KnownOccupation): GapTarget => ({ kind: "occupation", id, title });

const refOf = ({ id }: KnownOccupation): TargetChoice["ref"] => ({ kind: "occupation", id, text: "" });

interface OwnRole {
  readonly id: string;
  readonly title: Words;
}

/** Where the words name no single occupation: which may be meant; null where nothing is near. */
export function meantBy(text: string, roles: readonly OwnRole[]): TargetMeant | null {
  const found = occupations().find(text);
  if (found.kind === "one") return { kind: "nearest", choices: [choiceOf(found.occupation)] };
  if (found.kind === "none") return found.nearest.length === 0 ? null : { kind: "nearest", choices: found.nearest.map(choiceOf) };
  const asked = foldOccupation(text);
  const own = roles.filter(({ title }) => [title.en.split(",")[0] ?? "", title.zh].some((name) => isOfKind(foldOccupation(name), asked)));
  return { kind: "which", choices: [...own.map(({ id, title }) => ({ ref: { kind: "role" as const, id, text: "" }, title: { ...title } })), ...found.occupations.map(choiceOf)] };
}

const isOfKind = (name: string, kind: string): boolean => (/\p{Script=Han}/u.test(kind) ? name.endsWith(kind) : name.endsWith(` ${kind}`));

const choiceOf = (occupation: KnownOccupation): TargetMeant["choices"][number] => ({ ref: refOf(occupation), title: { ...occupation.title } });

/** Of many, the company's own and those that the person covers best; of about the same, those with the plainest names: 销售经理 before 数据治理经理. */
export function shortlist(meant: TargetMeant, held: readonly ProfileSkill[]): TargetMeant {
  if (meant.kind === "nearest") return meant;
  const own = meant.choices.filter(({ ref }) => ref.kind === "role").slice(0, MOST_ASKED / 2);
  const others = meant.choices.filter(({ ref }) => ref.kind === "occupation").map((choice, at) => ({ choice, at, quarters: Math.round(4 * (coverageOf(occupations().byId(choice.ref.id ?? ""), held) ?? 0)) }));
  others.sort((a, b) => b.quarters - a.quarters || a.choice.title.zh.length - b.choice.title.zh.length || a.choice.title.en.length - b.choice.title.en.length || a.at - b.at);
  return { kind: "which", choices: [...own, ...others.map(({ choice }) => choice)].slice(0, MOST_ASKED) };
}

function coverageOf(occupation: KnownOccupation | null, held: readonly ProfileSkill[]): number | null {
  return occupation ? findGap(occupationTarget(occupation), occupation.needs, { held, taxonomy: growthTaxonomy() }).coverage : null;
}

/** The company's own by name: the router knows those that ship. */
export const ownOccupationNames = (): { kind: "occupation"; id: string; names: string[] }[] => occupations().all.filter(({ id }) => !isShipped(id)).map(({ id, en, zh }) => ({ kind: "occupation", id, names: [...en, ...zh] }));

const isShipped = (id: string): boolean => baseOccupations().byId(id) !== null;

/** All of them for the picker, with the names that people use instead; those covered best first. */
export function occupationChoices(held: readonly ProfileSkill[]): TargetChoice[] {
  const all = occupations().all.map((occupation) => ({ ref: refOf(occupation), title: { ...occupation.title }, about: ABOUT_OCCUPATION, coverage: coverageOf(occupation, held), also: [...occupation.en.slice(1), ...occupation.zh.slice(1)] }));
  return all.sort((a, b) => (b.coverage ?? 0) - (a.coverage ?? 0));
}
