/**
 * @file readCorpus: the data folder and our questions → the pairs a recipe trains on, with a receipt of what was read,
 * kept and refused per source. The only place that decides what may be trained on.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../../../core/errors";
import { parseScoredPairs, parseTranslations, type ScoredPair } from "../../../knowledge/evaluate/sentence-pairs";
import { createRng, shuffled } from "../../../core/rng";
import type { Recipe } from "../recipe";
import { concepts, joinSynonyms, readWordNetSynonyms, thesaurusPairs, thesaurusSynonyms, type Synonyms } from "../text/synonyms";
import { inverseCloze, ruleQuestions } from "../text/rule-questions";
import type { Pair } from "../types";
import { cmrcPairs, trainableParagraphs } from "./cmrc";
import { conditionalQaPairs } from "./conditional-qa";
import { CMRC_TRAINABLE_PARAGRAPHS, cmrcFile, TATOEBA_HELD_OUT_LINES, conditionalQaFile, type CmrcParagraph } from "./formats";
import { readMeanings } from "./meanings";
import { ownPairs, passageId, readOwnQuestions } from "./own-questions";
import { readPairsFiles } from "./pairs-file";
import { paraphrases } from "./paraphrases";
import { readProtectedTexts, type ProtectedTexts } from "./protected-texts";
import { stsContrasts } from "./sts";
import { readTranslations } from "./translations";

export interface CorpusInput {
  /** The shared data folder. */
  readonly data: string;
  /** Folder of our questions (id + q). */
  readonly questions: string;
  /** Folder of our translations (en, zh, k). */
  readonly translations: string;
  /** Folder of our sentences (wordings, near misses, guidance). */
  readonly meanings: string;
  readonly recipe: Pick<Recipe, "seed" | "sources" | "rules">;
  /** Headings whose pairs are left out: the documents that settings are tuned on. */
  readonly heldOutHeadings: ReadonlySet<string>;
  /** Ids (`passageId`) of further passages left out, for the same reason. */
  readonly heldOutPassages: ReadonlySet<string>;
}

export interface SourceReceipt {
  readonly source: string;
  readonly read: number;
  /** Refused because the passage or query is protected or held out. */
  readonly refused: number;
  /** Left after the recipe's limit. */
  readonly kept: number;
}

export interface Corpus {
  readonly pairs: readonly Pair[];
  readonly receipt: readonly SourceReceipt[];
  /** Our questions whose passage is not in the corpus. */
  readonly missingPassages: number;
  /** Pairs under the held-out headings: dev sets ask about them. */
  readonly heldOut: readonly Pair[];
  /** Sentence pairs that people scored, both languages. */
  readonly scored: readonly ScoredPair[];
  /** For varying queries. */
  readonly synonyms: Synonyms;
}

/** Older readings of what the readers here read better. */
const REPLACED = new Set(["cqa", "cmrc"]);
const MIN_CHARACTERS = 2;

/** @throws AppError "eval/bad-input" when a file is missing, broken, or nothing is left of a source of the recipe */
export async function readCorpus({ data, questions, translations: translationsFolder, meanings, recipe, heldOutHeadings, heldOutPassages }: CorpusInput): Promise<Corpus> {
  const retrieval = path.join(data, "retrieval");
  const all = await readPairsFiles(data);
  const files = all.filter((pair) => !REPLACED.has(pair.source));
  const dev = await readCmrc(path.join(retrieval, "cmrc2018.cmrc2018_dev.json"));
  const trial = await readCmrc(path.join(retrieval, "cmrc2018.cmrc2018_trial.json"));
  const conditional = conditionalQaFile.parse(await readJson(path.join(retrieval, "conditionalqa.train.json")));
  const heldOut = dev.slice(CMRC_TRAINABLE_PARAGRAPHS).map((paragraph) => paragraph.context);
  const asked = files.filter((pair) => heldOutPassages.size > 0 && heldOutPassages.has(passageId(pair.passage))).map((pair) => pair.passage);
  const guard = await readProtectedTexts(data, [...heldOut, ...asked]);
  const translations = parseTranslations(await readText(path.join(retrieval, "tatoeba_cmn_eng.cmn.txt"))).slice(0, TATOEBA_HELD_OUT_LINES);
  const heldOutSentences = new Set(translations.map((pair) => pair.source));
  const government = conditionalQaPairs(conditional);
  const own = ownPairs(await readOwnQuestions(questions), [...government.filter((pair) => pair.source === "cqa-question"), ...all]);
  const paragraphs = trainableParagraphs(trial, dev);
  const synonyms = joinSynonyms(thesaurusSynonyms(), await readWordNetSynonyms(data));
  const scored = {
    en: parseScoredPairs(await readText(path.join(retrieval, "stsb.sts-train.tsv"))),
    zh: parseScoredPairs(await readText(path.join(retrieval, "stsb-zh.train.txt"))),
  };
  const read = [
    ...files,
    ...(await readTranslations(translationsFolder)),
    ...(await readMeanings(meanings)),
    ...own.pairs,
    ...government,
    ...cmrcPairs(paragraphs),
    ...thesaurusPairs(concepts()),
    ...rulePairs(files, paragraphs, recipe),
    ...paraphrases(files.filter((pair) => pair.source === "tatoeba")),
    ...stsContrasts(scored.en, { language: "en", synonyms, seed: recipe.seed }),
    ...stsContrasts(scored.zh, { language: "zh", synonyms, seed: recipe.seed }),
  ];
  return { ...select(read, { recipe, guard, heldOutHeadings, heldOutSentences }), heldOut: files.filter((pair) => heldOutHeadings.has(pair.query)), scored: [...scored.en, ...scored.zh], missingPassages: own.missing, synonyms };
}

/** Rule-made pairs from a seeded sample of passages, and from every trainable CMRC paragraph. */
function rulePairs(files: readonly Pair[], paragraphs: readonly CmrcParagraph[], recipe: CorpusInput["recipe"]): Pair[] {
  const { passages, questionsPerPassage, clozeEvery } = recipe.rules;
  const sources = /^(corpus_digitalgov|corpus_govuk_devdocs|sourcegraph|laws|openstax-(business|political-science))$/;
  const sampled = (["en", "zh"] as const).flatMap((language) =>
    shuffled(files.filter((pair) => pair.language === language && sources.test(pair.source)), createRng(recipe.seed)).slice(0, passages),
  );
  const abouts = [
    ...sampled.map((pair) => ({ passage: pair.passage, group: pair.group, heading: pair.query, language: pair.language })),
    ...paragraphs.map(({ id, context }) => ({ passage: context, group: id, language: "zh" as const })),
  ];
  return abouts.flatMap((about) => [...ruleQuestions(about, questionsPerPassage), ...inverseCloze(about, clozeEvery)]);
}

interface Selection {
  readonly recipe: CorpusInput["recipe"];
  readonly guard: ProtectedTexts;
  readonly heldOutHeadings: ReadonlySet<string>;
  /** Sentences whose translation is asked for in a report. */
  readonly heldOutSentences: ReadonlySet<string>;
}

/** Refuses, removes doubles, samples down to the limits. */
function select(read: readonly Pair[], { recipe, guard, heldOutHeadings, heldOutSentences }: Selection): Pick<Corpus, "pairs" | "receipt"> {
  const refusals = new Map<string, boolean>();
  const refuses = (text: string): boolean => {
    const known = refusals.get(text) ?? guard.refuses(text);
    refusals.set(text, known);
    return known;
  };
  const pairs: Pair[] = [];
  const receipt = Object.entries(recipe.sources).map(([source, rule]): SourceReceipt => {
    const all = read.filter((pair) => pair.source === source);
    const isHeldOut = (pair: Pair): boolean => heldOutHeadings.has(pair.heading ?? pair.query) || heldOutSentences.has(pair.query) || heldOutSentences.has(pair.passage);
    const allowed = all.filter((pair) => !isHeldOut(pair) && !refuses(pair.passage) && !refuses(pair.query));
    const distinct = [...new Map(allowed.filter(isUsable).map((pair) => [`${pair.query}\u0000${pair.passage}`, pair])).values()];
    const kept = rule.limit === undefined ? distinct : shuffled(distinct, createRng(recipe.seed)).slice(0, rule.limit);
    if (kept.length === 0) throw new AppError("eval/bad-input", `The recipe trains on "${source}", but the data folder has no usable pair of it.`);
    pairs.push(...kept);
    return { source, read: all.length, refused: all.length - allowed.length, kept: kept.length };
  });
  return { pairs, receipt };
}

function isUsable({ query, passage }: Pair): boolean {
  return query.length >= MIN_CHARACTERS && passage.length >= MIN_CHARACTERS && query !== passage;
}

async function readCmrc(file: string): Promise<CmrcParagraph[]> {
  return cmrcFile.parse(await readJson(file)).data.flatMap((entry) => entry.paragraphs);
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readText(file));
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new AppError("eval/bad-input", `Cannot read ${file}. --data must be the shared data folder; it holds retrieval/.`, { cause });
  }
}
