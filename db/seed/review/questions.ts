/**
 * @file Which of the demo company's questions have been asked and rated before the first sign-in: a fixed draw from the dev
 * half of db/seed/questions (the test half only reports), both languages, some that the documents do not answer.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { projectRoot } from "../../../lib/config/paths";
import { sha256 } from "../../../lib/core/hash";

const demoQuestion = z.object({
  id: z.string(),
  group: z.string(),
  question: z.string(),
  language: z.enum(["en", "zh"]),
  answerable: z.boolean(),
  /** Relative to `policies/`; null when nothing answers it. */
  document: z.string().nullable(),
  quote: z.string(),
  split: z.enum(["dev", "test"]),
});
export type DemoQuestion = z.infer<typeof demoQuestion>;

const SHARES = { enAnswerable: 26, zhAnswerable: 10, enOther: 6, zhOther: 3 } as const;

/** In a fixed order; one phrasing of each fact. */
export function ratedDemoQuestions(): DemoQuestion[] {
  const lines = readFileSync(path.join(projectRoot(), "db", "seed", "questions", "policies.jsonl"), "utf8").trim().split("\n");
  const seen = new Set<string>();
  const dev = lines
    .map((line) => demoQuestion.parse(JSON.parse(line)))
    .filter((question) => question.split === "dev")
    .sort((a, b) => (sha256(a.id) < sha256(b.id) ? -1 : 1))
    .filter(({ group }) => !seen.has(group) && seen.add(group));
  const draw = (language: "en" | "zh", answerable: boolean, n: number) => dev.filter((question) => question.language === language && question.answerable === answerable).slice(0, n);
  const drawn = [...draw("en", true, SHARES.enAnswerable), ...draw("zh", true, SHARES.zhAnswerable), ...draw("en", false, SHARES.enOther), ...draw("zh", false, SHARES.zhOther)];
  return drawn.sort((a, b) => (sha256(`order ${a.id}`) < sha256(`order ${b.id}`) ? -1 : 1));
}

/** Both sides without white space, case and the separators of tables: how a rendered passage is compared with its quote. */
export const comparable = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/[\s|,"“”]+/g, "");
