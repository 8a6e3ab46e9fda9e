/**
 * @file baseCard: the model card of a run of `cadre train base`, from what the run recorded. Every figure in it comes in
 * as an argument; prose that no run can know (licences of the sources) is a table here.
 */
import type { Interval } from "../evaluate/bootstrap";
import type { SourceReceipt } from "../corpus/read-corpus";
import type { LoopState } from "../loop/run-training";
import { perplexityOf, type Pretrained } from "../pretrain/run-pretraining";
import type { Recipe } from "../recipe";

export interface CardMetric {
  readonly name: string;
  readonly before: Interval;
  readonly after: Interval;
  /** Paired, 95 % bootstrap. */
  readonly difference: Interval;
  readonly command: string;
}

export interface CardInput {
  readonly recipe: Recipe;
  readonly baseVersion: string;
  readonly sizes: { readonly layers: number; readonly hidden: number; readonly heads: number; readonly feedForward: number; readonly vocabulary: number; readonly positions: number; readonly parameters: number };
  readonly receipt: readonly SourceReceipt[];
  readonly pairs: number;
  readonly mined: { readonly asked: number; readonly without: number };
  readonly state: LoopState;
  readonly bestStep: number;
  /** Null: the contrastive stage alone. */
  readonly pretrained: Pick<Pretrained, "state" | "tokens" | "neighbourRows"> | null;
  /** The run trained its tokenizer on its corpus. */
  readonly ownTokenizer: boolean;
  readonly metrics: readonly CardMetric[];
  /** Further sections in Markdown (experiments), as written by whoever ran them. */
  readonly notes: string;
}

/** Source name (as in the recipe) → what it is and its licence. */
const LICENCES: readonly (readonly [match: RegExp, what: string, licence: string])[] = [
  [/^own-(word|sentence)$/, "our own translations: words, collocations, sentences", "ours"],
  [/^own-(short|long|phrase|paraphrase)$/, "our own sentences: wordings, near misses, scenes, news, phrases, English and Chinese", "ours"],
  [/^own-guidance$/, "our own questions with a sentence that answers and one that does not", "ours"],
  [/^own-/, "our own questions on passages of the sources below", "ours; passages as their source"],
  [/^cqa-/, "ConditionalQA, training part", "BSD-2-Clause, texts OGL v3"],
  [/^cmrc-/, "CMRC 2018: trial part, dev paragraphs 1–600", "CC BY-SA 4.0"],
  [/^policyqa$/, "PolicyQA, development part", "MIT"],
  [/^(rule-question|inverse-cloze)$/, "rule-made from Digital.gov, GOV.UK developer documentation, Sourcegraph handbook, OpenStax, statutes, CMRC", "as their source"],
  [/^tatoeba/, "Tatoeba, English–Chinese", "CC BY 2.0 FR"],
  [/sts/, "STS-B, training parts, English and Chinese", "mostly CC BY-SA 4.0"],
  [/^thesaurus$/, "our own HR thesaurus, English and Chinese", "ours"],
  [/^wordnet/, "Open English WordNet", "CC BY 4.0"],
  [/^laws/, "Chinese statutes (none of the labour statutes our questions are about)", "statutes, no copyright"],
  [/^sourcegraph/, "Sourcegraph handbook", "as published, open"],
  [/digitalgov/, "Digital.gov articles", "US government work, public domain"],
  [/govuk/, "GOV.UK developer documentation", "OGL v3"],
  [/^openstax/, "OpenStax Introduction to Business, Political Science", "CC BY 4.0"],
  [/javaguide/, "JavaGuide (Chinese)", "as published, open"],
  [/^esco/, "ESCO occupations", "EU reuse with attribution"],
  [/^onet/, "O*NET occupations and tasks", "CC BY 4.0, US Department of Labor"],
  [/^cv-/, "résumé collection, even ids only", "CC0 on its card (not verified)"],
];

/** The whole README.md of the model folder. */
export function baseCard(input: CardInput): string {
  return [front(), "# base: Cadre's own encoder", intro(input), "## Data", dataTable(input), "## Recipe", recipeText(input), pretrainText(input), "![learning curves](curve.svg)", "## Figures", figures(input), input.notes, limits(input)].filter(Boolean).join("\n\n") + "\n";
}

function front(): string {
  return "---\nlanguage: [en, zh]\nlibrary_name: transformers.js\npipeline_tag: sentence-similarity\nlicense: apache-2.0\n---";
}

function intro({ sizes, baseVersion, recipe }: CardInput): string {
  const start = recipe.start === "random" ? "from random weights" : `from the weights of ${baseVersion}, which this project trained from random weights`;
  const bag = recipe.weighsWords
    ? " **Its tables alone were trained, with how much a word counts**: the attention of its last layer weighs words, alike for every text; all else in its layers idles (what it adds is 0). It reads a text as a weighted bag of word pieces."
    : " **Its tables alone were trained; its layers idle** (what they add is 0), so it reads a text as a bag of word pieces.";
  const idle = recipe.layers === 0 ? bag : "";
  return `Turns an English or Chinese sentence or passage into a ${sizes.hidden}-dimensional unit vector; near meaning, high cosine. Queries and passages are read the same way (no prefixes). BERT, ${sizes.layers} layers, hidden ${sizes.hidden}, ${sizes.heads} heads, feed-forward ${sizes.feedForward}, WordPiece with ${sizes.vocabulary.toLocaleString("en")} entries, ${sizes.positions} positions, mean pooling, L2 norm; ${(sizes.parameters / 1e6).toFixed(1)} M parameters. Weights are stored as fp16, biases and norms whole (\`model.safetensors\`; the ONNX graph is written from it at set-up), and computed with in fp32.\n\nTrained by this project, with its own engine (lib/engine: autodiff in TypeScript, run by onnxruntime), ${start}.${idle} Reproduce: \`cadre train base --recipe lib/improvement/base/recipes/${recipe.name}.ts --data <shared data> --base <${recipe.start === "random" ? "a folder of this shape" : "those weights"}> --out <dir>\`.`;
}

function dataTable({ receipt, recipe, state }: CardInput): string {
  const total = Object.values(recipe.sources).reduce((sum, rule) => sum + rule.weight, 0);
  const drawn = state.curve.reduce((sum, point) => sum + (recipe.shapes.find((shape) => shape.name === point.shape)?.rows ?? 0), 0);
  const rows = LICENCES.flatMap((licenceRow) => {
    const [, what, licence] = licenceRow;
    const sources = receipt.filter((row) => LICENCES.find(([match]) => match.test(row.source)) === licenceRow);
    if (sources.length === 0) return [];
    const weight = sources.reduce((sum, row) => sum + (recipe.sources[row.source]?.weight ?? 0), 0);
    const kept = sources.reduce((sum, row) => sum + row.kept, 0);
    return [`| ${what} | ${sources.map((row) => row.source).join(", ")} | ${kept.toLocaleString("en")} | ${((100 * weight) / total).toFixed(1)} % | ${licence} |`];
  });
  const refused = receipt.reduce((sum, row) => sum + row.refused, 0);
  return `${drawn.toLocaleString("en")} pairs were drawn from these:\n\n| source | names in the recipe | pairs | share of the draws | licence |\n|---|---|---|---|---|\n${rows.join("\n")}\n\n${refused.toLocaleString("en")} pairs were refused because they share a passage or a long sentence with the clef handbook, the labour statutes, held-out CMRC paragraphs, or documents that our tuning questions are about.`;
}

function recipeText({ recipe, state, bestStep, mined }: CardInput): string {
  const shapes = recipe.shapes.map((shape) => `| ${shape.name} | ${shape.queryTokens} | ${shape.passageTokens} | ${shape.rows} | ${shape.hardNegatives} | ${state.curve.filter((point) => point.shape === shape.name).length} |`);
  const { similarity } = recipe;
  if (similarity) shapes.push(`| scored sentences | ${similarity.tokens} | ${similarity.tokens} | ${similarity.rows} | none | ${state.curve.filter((point) => point.shape === "similarity").length} |`);
  const ranked = similarity ? ` ${Math.round(100 * similarity.share)} % of the steps rank STS-B's training pairs, both languages, by what people scored (CoSENT).` : "";
  const kept = recipe.keep === "last" ? "the last" : "the best by our dev sets";
  const decay = state.decay ? `from step ${state.decay.from} on it falls along a cosine to ${recipe.finalRate} at step ${state.decay.from + state.decay.steps}` : "it had not begun to fall";
  const { optimizer: one } = recipe;
  const negatives = mined.asked === 0 ? "Hard negatives: those that come with a source; none were mined." : `Hard negatives by BM25 and by the start encoder for ${(mined.asked - mined.without).toLocaleString("en")} of ${mined.asked.toLocaleString("en")} question pairs.`;
  return `Recipe \`${recipe.name}\`, seed ${recipe.seed}: in-batch contrastive loss in both directions, scale ${recipe.scale}, ${Math.round(100 * recipe.oneSourceShare)} % of each batch from one source, other right answers in a batch left out of the loss.${ranked} ${negatives} Some English and Chinese questions are varied each time (typing slips, dropped words, synonyms). AdamW (${one.beta1}, ${one.beta2}), weight decay ${one.weightDecay} on matrices, clip ${one.clipNorm}, fp32. Peak rate ${recipe.peakRate} after ${recipe.warmUpSteps} steps; ${decay}. ${state.step} steps, ${(state.seconds / 60).toFixed(0)} minutes on the CPU; the weights are those of step ${bestStep}, ${kept}.\n\n| batch | query tokens | passage tokens | pairs | hard negatives | steps |\n|---|---|---|---|---|---|\n${shapes.join("\n")}`;
}

function pretrainText({ recipe, pretrained, ownTokenizer }: CardInput): string {
  const tokenizer = ownTokenizer ? "The tokenizer is this run's own: WordPiece, English words and Chinese characters, trained on the queries and passages above." : "";
  const { pretrain: rule } = recipe;
  if (!pretrained || !rule) return tokenizer;
  const { state, tokens, neighbourRows } = pretrained;
  const read = state.step * rule.rows * rule.tokens;
  const [first, last] = [state.dev[0], state.dev.at(-1)].map((point) => perplexityOf(point)?.toFixed(1) ?? "?");
  const follows = last === undefined || !rule.nextSentence ? "" : ` ${neighbourRows} rows of a batch are two parts of a passage, half of them strangers; whether the second follows the first was told rightly for ${(100 * (state.dev.at(-1)?.parts["next sentence"] ?? 0)).toFixed(0)} % of those held out.`;
  return `${tokenizer ? `${tokenizer} ` : ""}Before the contrastive stage its layers guessed hidden words (masked language model, ${Math.round(100 * rule.maskShare)} % hidden, the word table as decoder, softmax over the whole vocabulary): ${state.step} steps of ${rule.rows} × ${rule.tokens} tokens, ${(read / 1e6).toFixed(2)} million read of ${(tokens / 1e6).toFixed(2)} million, ${(state.seconds / 60).toFixed(0)} minutes. Perplexity on documents held out from it: ${first} → ${last}.${follows}\n\n![pre-training: loss and perplexity](pretrain-curve.svg)`;
}

function figures({ metrics, state, bestStep }: CardInput): string {
  const show = ({ mean, low, high }: Interval): string => `${mean.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
  const rows = metrics.map((one) => `| ${one.name} | ${show(one.before)} | ${show(one.after)} | ${show(one.difference)} | \`${one.command}\` |`);
  const [first, best] = [state.dev[0], state.dev.find((point) => point.step === bestStep)];
  const dev = Object.keys(first?.parts ?? {}).map((name) => `| ${name} | ${(first?.parts[name] ?? 0).toFixed(3)} | ${(best?.parts[name] ?? 0).toFixed(3)} |`);
  const held = rows.length === 0 ? "" : `Held out; 95 % bootstrap intervals, differences paired:\n\n| test | start | this | difference | command |\n|---|---|---|---|---|\n${rows.join("\n")}\n\n`;
  return `${held}Dev sets that chose the weights (the encoder alone; right document first, or among the first five):\n\n| set | start | this |\n|---|---|---|\n${dev.join("\n")}`;
}

function limits({ recipe }: CardInput): string {
  const flattered = recipe.start === "folder" ? " The start weights had seen the CivicActions handbook and statutes that our dev sets ask about, so dev figures of the start are flattered." : "";
  const bag = recipe.layers === 0 ? " A bag of words: it does not know who did what to whom, and long passages blur." : "";
  return `## Limits\n\nSmall: it misses paraphrases that a model pre-trained on billions of words finds, and facts about the world. Use it together with the word index.${flattered}${bag} It knows nothing of people: do not use a cosine to rank candidates without the evidence beside it.`;
}
