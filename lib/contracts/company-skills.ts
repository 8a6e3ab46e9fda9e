/** @file The company's own skills over HTTP: what is there, what an uploaded table would change, and taking it in. */
import { z } from "zod";
import { taxonomyRow } from "./taggers";

/** GET /api/recruiting/skills */
export const companySkillsPage = z.strictObject({
  /** Of the company, in the table's order. */
  rows: z.array(taxonomyRow),
  /** Skills that ship with the product. */
  shipped: z.number().int().nonnegative(),
  version: z.string(),
});
export type CompanySkillsPage = z.infer<typeof companySkillsPage>;

/** POST /api/recruiting/skills: the whole table; it replaces the one before. */
export const companySkillsRequest = z.strictObject({ csv: z.string().max(4_000_000), apply: z.boolean() });
export type CompanySkillsRequest = z.infer<typeof companySkillsRequest>;

export const companySkillsChange = z.strictObject({
  skills: z.number().int().nonnegative(),
  added: z.array(z.strictObject({ name: z.string(), name_zh: z.string(), parent: z.string(), aliases: z.string() })),
  /** Columns that differ, with their cells before and after. */
  changed: z.array(z.strictObject({ name: z.string(), fields: z.array(z.strictObject({ column: z.string(), before: z.string(), after: z.string() })) })),
  removed: z.array(z.string()),
  /** Skills that ship with the product and are changed by a row of their name. */
  over: z.array(z.string()),
  applied: z.boolean(),
  version: z.string(),
});
export type CompanySkillsChange = z.infer<typeof companySkillsChange>;
