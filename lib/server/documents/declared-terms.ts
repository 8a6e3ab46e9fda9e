/**
 * @file Terms that a file declares in its front matter: owner, valid_from, valid_until, supersedes, sites, contracts,
 * audience, languages, review_months. A day that cannot be read refuses the file: an answer from a rule that has ended is
 * worse than none. Names are only taken down here; settle-terms.ts finds whom and what they mean.
 */
import type { DeclaredTerms } from "../../../db/queries/documents";
import { isDay } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import type { Language } from "../../core/types";

type Fields = Readonly<Record<string, readonly string[]>>;

/** Longest name of a site, contract, group or person. */
const MAX_NAME = 200;
const MAX_NAMES = 50;

/**
 * @param fields front matter by name in lower case, each with its values
 * @returns null when the file declares nothing of it
 * @throws AppError "document/bad-terms" naming the field, what stands there and what is expected
 */
export function declaredTerms(fields: Fields): DeclaredTerms | null {
  const validFrom = dayIn(fields, "valid_from");
  const validUntil = dayIn(fields, "valid_until");
  if (validFrom && validUntil && validUntil < validFrom) throw refused("valid_until", validUntil, `a day after valid_from (${validFrom})`);
  const terms: DeclaredTerms = {
    ...present("owner", nameIn(fields, "owner")),
    ...present("supersedes", nameIn(fields, "supersedes")),
    ...present("validFrom", validFrom),
    ...present("validUntil", validUntil),
    ...present("sites", listIn(fields, "sites")),
    ...present("contracts", listIn(fields, "contracts")),
    ...present("audience", listIn(fields, "audience")),
    ...present("languages", languagesIn(fields)),
    ...present("reviewMonths", monthsIn(fields)),
  };
  return Object.keys(terms).length > 0 ? terms : null;
}

function present<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });
}

function nameIn(fields: Fields, field: string): string | undefined {
  const value = fields[field]?.[0]?.trim();
  return value === undefined || value === "" ? undefined : value.slice(0, MAX_NAME);
}

/** "a, b" on one line is a list as well. */
function listIn(fields: Fields, field: string): string[] | undefined {
  const values = fields[field]?.flatMap((value) => value.split(/[,，、;；]/)).map((value) => value.trim().slice(0, MAX_NAME)).filter(Boolean);
  // "all" is what an empty list means.
  return values === undefined || values.length === 0 ? undefined : values.some((value) => /^(?:all|everyone|全部|所有|全体员工)$/i.test(value)) ? [] : [...new Set(values)].slice(0, MAX_NAMES);
}

function dayIn(fields: Fields, field: string): string | undefined {
  const value = nameIn(fields, field);
  if (value === undefined) return undefined;
  if (!isDay(value)) throw refused(field, value, "a day as YYYY-MM-DD, for example 2026-03-01");
  return value;
}

function languagesIn(fields: Fields): Language[] | undefined {
  return listIn(fields, "languages")?.map((value) => {
    const name = value.toLowerCase();
    if (name === "en" || name === "english") return "en";
    if (name === "zh" || name === "chinese" || value === "中文") return "zh";
    throw refused("languages", value, "en or zh");
  });
}

function monthsIn(fields: Fields): number | undefined {
  const value = nameIn(fields, "review_months");
  if (value === undefined) return undefined;
  const months = Number(value);
  if (!Number.isInteger(months) || months < 1 || months > 120) throw refused("review_months", value, "a whole number of months from 1 to 120");
  return months;
}

function refused(field: string, value: string, expected: string): AppError {
  return new AppError("document/bad-terms", `front matter ${field} is not ${expected}`, {
    userMessage: `The file's front matter says ${field}: “${value.slice(0, 60)}”. Write ${expected}, and add the file again.`,
  });
}
