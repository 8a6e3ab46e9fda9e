/** @file What the company offers, as it is stored: courses, roles, moves. The same shapes as lib/growth's types, checked when they come from a file. */
import { z } from "zod";
import { isDay } from "../core/document-terms";
import { money, studyLanguage, words } from "./growth";

type DeepReadonly<T> = T extends (infer U)[] ? readonly DeepReadonly<U>[] : T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

const day = z.string().refine(isDay, "a day as YYYY-MM-DD");
const taught = z.strictObject({ skillId: z.string().min(1), level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]) });

export const course = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/, "lower case letters, digits and hyphens"),
  kind: z.enum(["course", "project", "certification", "mentoring", "reading"]),
  title: words,
  summary: words,
  provider: z.string().max(120),
  languages: z.array(studyLanguage).min(1),
  hours: z.number().positive().max(2000),
  price: money,
  teaches: z.array(taught),
  requires: z.array(z.string()),
  entry: z.array(taught),
  sessions: z.array(z.strictObject({ id: z.string().min(1), start: day, end: day, site: z.string().nullable() })),
});
export type StoredCourse = DeepReadonly<z.infer<typeof course>>;

const needed = z.strictObject({ any: z.array(z.string()), level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]), importance: z.number(), mustHave: z.boolean(), text: z.string(), source: z.strictObject({ start: z.number(), end: z.number() }).nullable() });
export type StoredNeed = DeepReadonly<z.infer<typeof needed>>;

export const careerRole = z.strictObject({ id: z.string(), title: words, family: z.string(), department: z.string(), sites: z.array(z.string()), grade: z.number(), band: z.strictObject({ from: money, to: money }).nullable(), needs: z.array(needed) });
export type StoredRole = DeepReadonly<z.infer<typeof careerRole>>;

export const programme = z.strictObject({
  id: z.string(), title: words, summary: words, kind: z.enum(["basic", "specialised", "practice", "ai-literacy"]),
  target: z.strictObject({ kind: z.enum(["opening", "role", "occupation", "text"]), id: z.string().nullable(), title: words }),
  needs: z.array(needed),
  /** Course ids, in order. */
  steps: z.array(z.string()),
  /** Offered no more; plans that began with it go on. */
  retired: z.boolean().optional(),
});
export type StoredProgramme = DeepReadonly<z.infer<typeof programme>>;

export interface StoredMove {
  readonly from: string;
  readonly to: string;
  readonly people: number;
  readonly medianYears: number;
}
