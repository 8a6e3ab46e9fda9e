/**
 * @file A résumé's profile as it leaves the process: `cadre extract` prints an array of them, the person page reads one.
 * Every value is `{ value, span }`; spans are UTF-16 code units into the extracted text, end exclusive.
 */
import { z } from "zod";
import { OCCUPATION_CATEGORIES } from "./occupation-categories";

const span = z.strictObject({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() });
const fact = z.strictObject({ value: z.string().min(1), span });
const month = z.string().regex(/^\d{4}-\d{2}$/);
const date = z.strictObject({ value: month, precision: z.enum(["month", "season", "year", "present"]), span });

export const profileOutput = z.strictObject({
  /** Rules and taxonomy that read it. */
  version: z.string(),
  /** Path as given on the command line, or the file's name. */
  source: z.string(),
  language: z.enum(["en", "zh"]),
  /** Month that "present" was resolved against. */
  asOf: month,
  name: fact.nullable(),
  contacts: z.array(fact.extend({ kind: z.enum(["email", "phone", "link", "place"]) })),
  /** Gender, birth, age …: found so that they can be masked, never scored. */
  personal: z.array(fact.extend({ kind: z.enum(["gender", "birth", "age", "marital", "origin", "politics", "religion", "health", "photo"]) })),
  headline: fact.nullable(),
  /** Field of work, one of 24, with a calibrated confidence; null: the classifier does not know. */
  occupation: z.strictObject({ category: z.enum(OCCUPATION_CATEGORIES), confidence: z.number().min(0).max(1) }).nullable(),
  summary: fact.nullable(),
  skills: z.array(
    z.strictObject({
      name: z.string().min(1),
      /** Id in the taxonomy. */
      canonical: z.string().nullable(),
      span,
      /** verified: work history shows it; stated: only claimed. */
      state: z.enum(["verified", "stated"]),
      /** Lines that show it. */
      evidence: z.array(span).min(1),
    }),
  ),
  experience: z.array(
    z.strictObject({
      title: fact.nullable(),
      organisation: fact.nullable(),
      location: fact.nullable(),
      start: date.nullable(),
      end: date.nullable(),
      months: z.number().int().positive().nullable(),
      description: fact.nullable(),
      kind: z.enum(["work", "internship", "project", "volunteering"]),
      span,
    }),
  ),
  education: z.array(
    z.strictObject({
      degree: fact.nullable(),
      level: z.enum(["school", "vocational", "associate", "bachelor", "master", "doctor"]).nullable(),
      field: fact.nullable(),
      institution: fact.nullable(),
      start: date.nullable(),
      end: date.nullable(),
      span,
    }),
  ),
  languages: z.array(fact.extend({ canonical: z.string().nullable(), level: fact.nullable() })),
  certifications: z.array(fact.extend({ date: date.nullable() })),
  yearsOfExperience: z.strictObject({ value: z.number().positive(), span, basis: z.enum(["dates", "stated"]) }).nullable(),
  statedYears: z.strictObject({ value: z.number().positive(), span }).nullable(),
  gaps: z.array(z.strictObject({ from: month, to: month, months: z.number().int().positive(), before: span, after: span })),
  sections: z.array(
    z.strictObject({
      kind: z.enum([
        "header", "summary", "objective", "experience", "projects", "education", "skills", "languages", "certifications",
        "awards", "publications", "training", "volunteering", "interests", "references", "personal", "other",
      ]),
      heading: fact.nullable(),
      span,
    }),
  ),
  warnings: z.array(z.string()),
});
export type ProfileOutput = z.infer<typeof profileOutput>;

/** `cadre extract`: one profile per file, in the order given; files that could not be read are told on stderr. */
export const extractOutput = z.array(profileOutput);
export type ExtractOutput = z.infer<typeof extractOutput>;
