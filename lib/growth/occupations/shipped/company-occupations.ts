/**
 * @file A company's own occupations: rows of kind "occupation" in its imported table (cadre taxonomy import). They add to the
 * shipped ones and go before them: a row of the same name takes the shipped one's place.
 */
import type { TaxonomyRow } from "../../../contracts/taggers";
import { AppError } from "../../../core/errors";
import type { Taxonomy } from "../../../people/taxonomy/types";
import { readOccupation, shippedOccupations, type KnownOccupation } from "./read-occupations";

/** Of no O*NET occupation. */
const OWN_CODE = "00-0000.00";

/**
 * @param rows     of the stored table, of any kind
 * @param taxonomy with the company's own skills
 * @returns own ones first, then those that ship under other names
 * @throws AppError "taxonomy/invalid" for a row without skills, or with one that nobody knows
 */
export function withCompanyOccupations(rows: readonly TaxonomyRow[], taxonomy: Taxonomy): readonly KnownOccupation[] {
  const own = rows.filter(({ kind }) => kind === "occupation").map((row) => ownOccupation(row, taxonomy));
  if (own.length === 0) return shippedOccupations(taxonomy);
  const taken = new Set(own.map(({ id }) => id));
  return [...own, ...shippedOccupations(taxonomy).filter(({ id }) => !taken.has(id))];
}

function ownOccupation({ name, name_zh, aliases, aliases_zh, related }: TaxonomyRow, taxonomy: Taxonomy): KnownOccupation {
  if (related.trim() === "") throw new AppError("taxonomy/invalid", `"${name}", related: an occupation needs the skills that it asks for ("SQL*; Python", * essential)`);
  const joined = (...lists: readonly string[]) => lists.filter((list) => list.trim() !== "").join(";").replaceAll("；", ";").replaceAll("|", " ");
  return readOccupation([OWN_CODE, joined(name, aliases), joined(name_zh, aliases_zh), joined(related), ""].join("|"), taxonomy);
}
