/** @file Growth of groups over HTTP: never of one person. Figures of fewer than five people are withheld, and what would give them away by subtraction. */
import { z } from "zod";
import { skillNames, words } from "./growth";

const cell = z.strictObject({ group: z.string(), skillId: z.string(), people: z.number().int().nullable(), meanLevel: z.number().nullable(), withheld: z.enum(["too-few", "protects-another"]).nullable() });

/** Points of one's own gap closed, people of a programme minus matched colleagues, 95 % interval; null: fewer than five pairs. Numbers in steps of five. */
export const programmeFigures = z.strictObject({ participants: z.number().int(), effect: z.strictObject({ pairs: z.number().int(), points: z.number().int(), low: z.number().int(), high: z.number().int() }).nullable() });
const programmeEffectView = programmeFigures.extend({ id: z.string(), title: words });
export type ProgrammeEffectView = z.infer<typeof programmeEffectView>;

/** GET /api/growth/organisation. One grouping only, departments: a second one would allow differences between the two. */
export const organisationView = z.strictObject({
  k: z.number().int(),
  /** The Monday of this release; figures stand until the next, and move only by k people or more. */
  asOf: z.string(),
  groups: z.array(z.string()),
  skillIds: z.array(z.string()),
  cells: z.array(cell),
  names: skillNames,
  /** People who agreed to be counted, in steps of k. */
  counted: z.number().int(),
  /** Demands that running plans leave open, of at least k people; with the courses that teach it. */
  unmet: z.array(z.strictObject({ skillId: z.string(), people: z.number().int(), courses: z.number().int() })),
  /** Null: fewer than k people have a plan. Shares to a tenth. */
  completion: z.strictObject({ people: z.number().int(), stepsDone: z.number(), plansDone: z.number() }).nullable(),
  programmes: z.array(programmeEffectView),
  courses: z.array(z.strictObject({ id: z.string(), title: words, kind: z.string(), closes: z.number(), rating: z.number().nullable(), ratings: z.number().int() })),
  mayManage: z.boolean(),
});
export type OrganisationView = z.infer<typeof organisationView>;

/** POST /api/growth/courses: a file's text. */
export const courseImport = z.strictObject({ source: z.enum(["csv", "xapi", "scorm"]), text: z.string().min(1).max(900_000) });
export const courseImportReport = z.strictObject({ added: z.number().int(), changed: z.number().int(), /** Of those changed: are retired, and stay so. */ retired: z.number().int(), problems: z.array(z.strictObject({ line: z.number().int(), message: z.string() })) });
export type CourseImportReport = z.infer<typeof courseImportReport>;
