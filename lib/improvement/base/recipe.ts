/**
 * @file Recipe: everything that decides what `cadre train base` makes, as data. The shipped encoder's is recipes/words.ts;
 * `--recipe <file>` takes another (a module with a default export, or JSON). Checked by zod; computes nothing.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { AppError } from "../../core/errors";
import { faultOf, pretrainRule, tokenizerRule } from "./pretrain/rules";

const share = z.number().min(0).max(1);
const count = z.number().int().positive();

const sourceRule = z.strictObject({
  /** Examples drawn from it, relative to the other sources. */
  weight: z.number().positive(),
  /** Pairs kept at most, a seeded sample; default all. */
  limit: count.optional(),
  /** Share of its queries that are varied (slips, dropped words, synonyms) each time they are drawn. */
  noisyQueries: share.default(0),
  /** Share of its passages that get their heading put before them. */
  headedPassages: share.default(0),
  /**
   * Hard negatives: from any other document (safe where a document is the answer's only home), or only passages that the
   * encoder finds clearly farther than the right one; default none.
   */
  negatives: z.enum(["other-document", "guarded"]).optional(),
  /** What another passage of the same document is to a query; default ignore (it may answer too). */
  sameGroup: z.enum(["negative", "ignore"]).default("ignore"),
});
export type SourceRule = z.infer<typeof sourceRule>;

/** Tokens are multiples of 16: the engine compiles one graph per shape. */
const tokens = count.multipleOf(16);
const shapeRule = z.strictObject({
  name: z.string(),
  queryTokens: tokens,
  passageTokens: tokens,
  /** Pairs in a batch. */
  rows: count,
  /** Hard negatives in a batch besides; the rest of the pairs only have one another. */
  hardNegatives: z.number().int().nonnegative(),
  /** Steps of this shape, relative to the other shapes (all give it or none); default: by the weights of its pairs. */
  share: z.number().positive().optional(),
});
export type ShapeRule = z.infer<typeof shapeRule>;

const fields = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  /** Where the weights come from: a model folder, or random ones in the shape of that folder's config. */
  start: z.enum(["folder", "random"]).default("folder"),
  /**
   * Layers that are run and trained, the lowest of the encoder's; default all. The ones above keep their start weights. 0:
   * the tables alone, a bag of words: some twenty times faster, and where words get their meaning; the model that is
   * written gives the tables' vectors, its layers idle (idle-layers.ts).
   */
  layers: z.number().int().nonnegative().optional(),
  /**
   * With `layers: 0`: a text's words are averaged by shares that are learned with the tables (nn/pooling.ts, `weightedPool`).
   * The model that is written has them as the attention of its last layer. Default false: the plain mean.
   */
  weighsWords: z.boolean().optional(),
  /** A tokenizer trained on the corpus' texts; default the start folder's. */
  tokenizer: tokenizerRule.optional(),
  /** Hidden words (and next sentences) guessed before the contrastive stage; default none. */
  pretrain: pretrainRule.optional(),
  seed: z.number().int(),
  steps: count,
  warmUpSteps: z.number().int().nonnegative(),
  peakRate: z.number().positive(),
  /** Last part of the run in which the rate falls to `finalRate` along a cosine, 0–1. */
  decayShare: share,
  finalRate: z.number().nonnegative(),
  /** Multiplies cosines before the softmax: 1 / temperature. */
  scale: z.number().positive(),
  optimizer: z.strictObject({ beta1: share, beta2: share, epsilon: z.number().positive(), weightDecay: z.number().nonnegative(), clipNorm: z.number().positive(), /** Word table's rate over that of the layers. */ rowRate: z.number().positive().optional() }),
  /** Half of each batch, by this share, is from one source: its pairs are one another's hardest neighbours. */
  oneSourceShare: share,
  shapes: z.array(shapeRule).min(1).refine((shapes) => new Set(shapes.map((shape) => shape.share === undefined)).size === 1, "either every shape has a share or none"),
  /** Steps that rank sentence pairs by what people scored (STS-B train, both languages); default none. */
  similarity: z.strictObject({ tokens, rows: count.min(2), /** of all steps */ share }).optional(),
  sources: z.record(z.string(), sourceRule),
  mining: z.strictObject({
    /** Candidates looked at per query from the word index and from the encoder. */
    lexical: z.number().int().nonnegative(),
    dense: z.number().int().nonnegative(),
    /** Negatives kept per pair; one is drawn at a time. */
    keep: count,
    /** "guarded": a candidate whose cosine is above this share of the right passage's is skipped. */
    guard: share,
    /** Passages of each language searched at most. */
    pool: count,
  }),
  rules: z.strictObject({
    /** Rule-made questions per passage, and of how many passages per language. */
    questionsPerPassage: z.number().int().nonnegative(),
    passages: z.number().int().nonnegative(),
    /** Every how many-th sentence of those passages is an inverse-cloze query. */
    clozeEvery: count,
  }),
  checkpointSteps: count,
  evaluateSteps: count,
  /** Weights that the run gives: those of the best dev score, or for a stage that another one follows the last ones. */
  keep: z.enum(["best", "last"]).default("best"),
});
export const recipeSchema = fields.superRefine((recipe, context) => {
  const fault = faultOf(recipe);
  if (fault) context.addIssue({ code: "custom", path: [fault[0]], message: fault[1] });
});
export type Recipe = z.infer<typeof recipeSchema>;
/** A recipe as it is written: what has a default may be left out. */
export type RecipeInput = z.input<typeof recipeSchema>;

/** @throws AppError "config/invalid" saying which field is wrong */
export function parseRecipe(value: unknown, name: string): Recipe {
  const parsed = recipeSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".") || "(whole)"}: ${issue.message}`).join("; ");
  throw new AppError("config/invalid", `${name} is not a recipe: ${faults}`);
}

/** @throws AppError "config/invalid" when the file cannot be read or is not a recipe */
export async function readRecipe(file: string): Promise<Recipe> {
  let value: unknown;
  try {
    value = file.endsWith(".json") ? JSON.parse(await readFile(file, "utf8")) : await importDefault(file);
  } catch (cause) {
    throw new AppError("config/invalid", `Cannot read the recipe ${file}: give a .json file, or a module whose default export is the recipe.`, { cause });
  }
  return parseRecipe(value, file);
}

async function importDefault(file: string): Promise<unknown> {
  const loaded: unknown = await import(pathToFileURL(path.resolve(file)).href);
  return typeof loaded === "object" && loaded !== null ? Reflect.get(loaded, "default") : undefined;
}
