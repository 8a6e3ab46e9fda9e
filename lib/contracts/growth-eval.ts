/**
 * @file What `cadre eval occupations --json` and `cadre eval growth --json` print, exactly.
 */
import { z } from "zod";

const unit = z.number().min(0).max(1);
const interval = z.strictObject({ mean: z.number(), low: z.number(), high: z.number() });

export const evalOccupationsOutput = z.strictObject({
  /** Occupations that the figures are of; the weights were fitted on others. */
  n: z.number().int().positive(),
  fittedOn: z.number().int().positive(),
  tasks: z.number().int().positive(),
  /** nDCG@20, linear gain (3, 2, 1 by tier), with 95 % bootstrap intervals. */
  methods: z.strictObject({ bm25: interval, encoder: interval, ours: interval }),
  /** Paired differences, ours minus the baseline. */
  ahead: z.strictObject({ bm25: interval, encoder: interval }),
  weights: z.record(z.string(), z.number()),
});
export type EvalOccupationsOutput = z.infer<typeof evalOccupationsOutput>;

/** One line of db/seed/questions/growth.jsonl. */
export const growthQuestion = z.strictObject({
  id: z.string(),
  language: z.enum(["en", "zh"]),
  /** Directory id of who asks. */
  asker: z.string(),
  question: z.string().optional(),
  /** Instead of `question`: what was asked before, and the question. */
  turns: z.array(z.string()).min(2).optional(),
  tool: z.enum(["my_gap", "my_plan", "explain_step", "find_mentor", "career_options", "policy_for_me"]),
  /** Any of these is right: "role:id", "opening:id", "goal", "self", "skill:id", "course:id", "plan-step:n", "document:path", "text:words". */
  targets: z.array(z.string()).min(1),
  alsoTools: z.array(z.string()).optional(),
  /** Start of a way: "role:id". */
  from: z.string().optional(),
  constraints: z.strictObject({
    hoursPerWeek: z.number().optional(),
    deadline: z.string().optional(),
    budget: z.strictObject({ amount: z.number(), currency: z.enum(["EUR", "GBP", "CNY"]) }).optional(),
    languages: z.array(z.string()).optional(),
    kinds: z.array(z.string()).optional(),
    aim: z.string().optional(),
  }),
});
export type GrowthQuestion = z.infer<typeof growthQuestion>;

export const evalGrowthOutput = z.strictObject({
  n: z.number().int().positive(),
  tool: unit,
  /** Of all questions: right tool and right target. */
  toolAndTarget: unit,
  /** Of the plans that stand in answers: those that keep every stated limit, read from the answer. */
  plansKept: unit,
  plans: z.number().int().nonnegative(),
  /** Questions about a plan whose answer holds none: it says why, or what more hours would add. */
  noPlan: z.number().int().nonnegative(),
  byTool: z.record(z.string(), z.strictObject({ n: z.number().int(), right: z.number().int() })),
  byLanguage: z.record(z.string(), z.strictObject({ n: z.number().int(), right: z.number().int() })),
  wrong: z.array(z.strictObject({ id: z.string(), why: z.string() })),
});
export type EvalGrowthOutput = z.infer<typeof evalGrowthOutput>;
