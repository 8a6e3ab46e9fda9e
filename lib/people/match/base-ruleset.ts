/**
 * @file The ruleset that ships. Numbers that were fitted say on what; README.md of this folder says how they were found.
 */
import { parseRuleset, type Ruleset } from "./ruleset";

export const BASE_RULESET_SOURCE = `{
  "name": "cadre-base",
  "version": 1,

  // What a requirement counts before a recruiter says otherwise, 0 to 100. A place counts nothing: where someone
  // lives is no merit, and stands for much else. It is shown, and a recruiter may filter by it.
  "suggestedWeights": {
    "skill":       { "must": 60, "nice": 25 },
    "experience":  { "must": 80, "nice": 35 },
    "education":   { "must": 50, "nice": 20 },
    "language":    { "must": 50, "nice": 20 },
    "certificate": { "must": 60, "nice": 25 },
    "place":       { "must": 0,  "nice": 0 },
    "text":        { "must": 50, "nice": 20 },
  },

  // Likeness of the whole, by the encoder.
  "semanticFitPercent": 10,

  // From here on a requirement is met.
  "metFrom": 0.6,

  // A skill that work history shows counts more than one that is only listed; listed and shown counts in full.
  "verified": 0.95,
  "stated": 0.85,
  "both": 0.05,

  // SolidWorks shows CAD; CAD shows SolidWorks only in part.
  "narrowerSkill": 0.95,
  "widerSkill": 0.5,
  "relatedSkill": 0.3,

  // The words of a phrase: all in one line, all over several lines, some.
  "wordsApart": 0.95,
  "wordsSpread": 0.8,
  "wordsSome": 0.8,

  // Roles and time.
  "roleOutsideTitle": 0.6,
  "roleFrom": 0.6,
  "undatedShare": 0.5,
  "monthsTolerance": 1,

  // Degrees.
  "lowerDegree": 0.4,
  "otherField": 0.7,

  // Below this cosine the encoder's nearest line says nothing. Likeness alone never meets a requirement.
  "cosineFrom": 0.5,
  "cosineFull": 0.9,
  "cosineMost": 0.5,
}`;

export const BASE_RULESET: Ruleset = parseRuleset(BASE_RULESET_SOURCE);
