/**
 * @file The shipped table of occupations → what each asks for. One line of occupations.json:
 *
 *   O*NET-SOC code | English names | Chinese names | skills of ours, "*" essential | tools derived from O*NET
 *
 * The first name is canonical, the others are what people say instead; several are separated by ";".
 */
import { AppError } from "../../../core/errors";
import { skillSlug } from "../../../people/taxonomy/skill-slug";
import type { Taxonomy } from "../../../people/taxonomy/types";
import type { NeededSkill, Words } from "../../types";
import lines from "./occupations.json";

export interface KnownOccupation {
  /** Of the first English name: "data-scientist". */
  readonly id: string;
  /** The O*NET-SOC occupation whose facts it rests on. */
  readonly code: string;
  readonly title: Words;
  /** All names, canonical first. */
  readonly en: readonly string[];
  readonly zh: readonly string[];
  readonly needs: readonly NeededSkill[];
}

/** Importance and level of what an occupation names. Ours: essential and further skills; derived: tools in demand. */
const WEIGHT = {
  essential: { importance: 1, level: 3, mustHave: true },
  further: { importance: 0.6, level: 2, mustHave: false },
  tool: { importance: 0.35, level: 2, mustHave: false },
} as const;

const listOf = (field = ""): string[] => field.split(";").map((each) => each.trim()).filter((each) => each !== "");

/** @throws AppError "taxonomy/invalid" for a line of another form or a skill that the taxonomy does not know */
export function readOccupation(line: string, taxonomy: Taxonomy): KnownOccupation {
  const fields = line.split("|");
  const [code = "", names, chinese, skills, tools] = fields;
  const [en, zh] = [listOf(names), listOf(chinese)];
  const [first] = en;
  if (fields.length !== 5 || !/^\d\d-\d{4}\.\d\d$/.test(code) || first === undefined || listOf(skills).length === 0) throw new AppError("taxonomy/invalid", `no occupation: ${line}`);
  const asked = new Map<string, NeededSkill>();
  const add = (name: string, weight: (typeof WEIGHT)[keyof typeof WEIGHT]) => {
    const skill = taxonomy.byId(name) ?? taxonomy.normalise(name);
    if (!skill) throw new AppError("taxonomy/invalid", `${first} asks for ${name}, which the taxonomy does not know`);
    if (!asked.has(skill.id)) asked.set(skill.id, { any: [skill.id], ...weight, text: "", source: null });
  };
  for (const name of listOf(skills)) add(name.replace(/\*$/, ""), name.endsWith("*") ? WEIGHT.essential : WEIGHT.further);
  for (const id of listOf(tools)) add(id, WEIGHT.tool);
  return { id: skillSlug(first), code, title: { en: first, zh: zh[0] ?? first }, en, zh, needs: [...asked.values()] };
}

const read = new WeakMap<Taxonomy, readonly KnownOccupation[]>();

/** All that ship, in the table's order; read once per taxonomy. @throws AppError "taxonomy/invalid" */
export function shippedOccupations(taxonomy: Taxonomy): readonly KnownOccupation[] {
  const before = read.get(taxonomy);
  if (before) return before;
  const made = lines.map((line) => readOccupation(line, taxonomy));
  read.set(taxonomy, made);
  return made;
}

/** @param tools code → skill ids; @returns the table with its derived column anew: only for the first occupation of each code */
export function withTools(table: readonly string[], tools: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  return table.map((line) => {
    const fields = line.split("|");
    const code = fields[0] ?? "";
    const own = seen.has(code) ? [] : (tools.get(code) ?? []);
    seen.add(code);
    return [...fields.slice(0, 4), own.join(";")].join("|");
  });
}
