/**
 * @file Ruleset: every number that a score depends on, in one readable, versioned file (JSON with comments). An opening
 * pins the ruleset that it was scored with. Parsing and checking; base-ruleset.ts is the one that ships.
 */
import { z } from "zod";
import { canonicalJson } from "../../core/canonical-json";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { REQUIREMENT_KINDS } from "../requirements/types";
import { stripComments } from "./json-comments";

const share = z.number().min(0).max(1);
const weight = z.number().int().min(0).max(100);
const pair = z.strictObject({ must: weight, nice: weight });

const rulesetShape = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, "lower-case letters, digits and hyphens"),
  version: z.number().int().min(1),
  /** What a requirement of each kind counts before a recruiter says otherwise. */
  suggestedWeights: z.strictObject(Object.fromEntries(REQUIREMENT_KINDS.map((kind) => [kind, pair])) as Record<(typeof REQUIREMENT_KINDS)[number], typeof pair>),
  /** Percent of the score that the semantic fit of the whole makes; 0 leaves it out. */
  semanticFitPercent: z.number().int().min(0).max(50),
  /** From this strength on a requirement counts as met. */
  metFrom: share,
  /** Shares of strength by how a skill is shown: in work history, only listed; both ways adds `both`. */
  verified: share,
  stated: share,
  both: share,
  /** Another skill of the taxonomy than the one asked for: a kind of it, the wider one, a neighbour. */
  narrowerSkill: share,
  widerSkill: share,
  relatedSkill: share,
  /** Words of a phrase: all in one line but apart, all but over several lines, only some. */
  wordsApart: share,
  wordsSpread: share,
  wordsSome: share,
  /** A role that is named elsewhere than as a title. */
  roleOutsideTitle: share,
  /** A title that shows this much of the role counts as that role. */
  roleFrom: share,
  /** Strength where time was asked and the résumé gives none. */
  undatedShare: share,
  /** Months that a time may fall short and still count as whole: dates are rounded. */
  monthsTolerance: z.number().int().min(0).max(12),
  /** A degree one or more levels below the one asked for; a degree in another field. */
  lowerDegree: share,
  otherField: share,
  /** Cosine from which the encoder's nearest line counts, where it counts in full, and the most that it can give. */
  cosineFrom: share,
  cosineFull: share,
  cosineMost: share,
});

export type Ruleset = Readonly<z.infer<typeof rulesetShape>>;

/**
 * @param source JSON; // and block comments and commas before a closing bracket are allowed
 * @throws AppError "match/bad-ruleset" naming every field that is wrong
 */
export function parseRuleset(source: string): Ruleset {
  let raw: unknown;
  try {
    raw = JSON.parse(stripComments(source));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "not JSON";
    throw badRuleset(`The ruleset is not JSON with comments: ${reason}`, cause);
  }
  const parsed = rulesetShape.safeParse(raw);
  if (!parsed.success) throw badRuleset(`The ruleset is not valid: ${parsed.error.issues.map((issue) => `${issue.path.join(".") || "(whole)"}: ${issue.message}`).join("; ")}`, parsed.error);
  const { cosineFrom, cosineFull, metFrom, cosineMost, verified, stated, both } = parsed.data;
  if (verified < stated || verified + both > 1) throw badRuleset(`verified (${verified}) must not be less than stated (${stated}), and verified + both (${both}) at most 1.`);
  if (cosineFull <= cosineFrom) throw badRuleset(`cosineFull (${cosineFull}) must lie above cosineFrom (${cosineFrom}).`);
  if (cosineMost >= metFrom) throw badRuleset(`cosineMost (${cosineMost}) must stay below metFrom (${metFrom}): likeness alone never meets a must-have, a quoted word does.`);
  return parsed.data;
}

function badRuleset(message: string, cause?: unknown): AppError {
  return new AppError("match/bad-ruleset", message, { cause, userMessage: message });
}

/** `<name>@<version>+<12 hex digits>`: two rulesets with equal names and other numbers are told apart. */
export function rulesetVersion(ruleset: Ruleset): string {
  const { name, version, ...numbers } = ruleset;
  return `${name}@${version}+${sha256(canonicalJson(thousandths(numbers))).slice(0, 12)}`;
}

/** Canonical JSON takes whole numbers only: shares as thousandths. */
function thousandths(value: unknown): never {
  const convert = (one: unknown): unknown =>
    typeof one === "number" ? Math.round(one * 1000) : one !== null && typeof one === "object" ? Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, convert(inner)])) : one;
  return convert(value) as never;
}
