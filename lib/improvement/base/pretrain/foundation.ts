/**
 * @file layFoundation: what a run stands on: tokens, sizes and start weights, taken from the start folder or made as the
 * recipe says (random weights, a tokenizer of its own).
 */
import path from "node:path";
import { AppError } from "../../../core/errors";
import { createRng } from "../../../core/rng";
import type { NamedTensors } from "../../../engine/named-tensors";
import { bertTensorDims, type BertConfig } from "../../../engine/nn/bert-config";
import { wordPieceOf } from "../../../engine/tokenizer/tokenizer-files";
import type { WordPiece } from "../../../engine/tokenizer/word-piece";
import type { Tokens } from "../batches/token-rows";
import { randomParameters } from "../loop/random-parameters";
import type { Recipe } from "../recipe";
import type { Pair } from "../types";
import { ownTokenizer, wordPieceTokens, type OwnTokenizer } from "./own-tokenizer";

/** The model folder given with --base. */
export interface StartFolder {
  readonly config: BertConfig;
  readonly parameters: NamedTensors;
  readonly tokens: Tokens;
  readonly tokenizerJson: Readonly<Record<string, unknown>>;
}

export interface Foundation {
  /** Of the whole encoder, with the vocabulary's size. */
  readonly config: BertConfig;
  /** The same of what is run and trained: its lowest layers. */
  readonly trained: BertConfig;
  readonly parameters: NamedTensors;
  readonly tokens: Tokens;
  /** For pre-training. @throws AppError "model/unsupported" where the start folder's tokenizer is no WordPiece */
  readonly words: () => WordPiece;
  /** Null: the start folder's. */
  readonly tokenizer: OwnTokenizer | null;
}

/** @throws AppError "config/invalid" where recipe and start folder do not fit */
export async function layFoundation({ recipe, start, pairs, out, note }: { recipe: Recipe; start: StartFolder; pairs: readonly Pair[]; out: string; note: (line: string) => void }): Promise<Foundation> {
  const layers = recipe.layers ?? start.config.layers;
  checkSizes(recipe, start.config, layers);
  const { maxPositions } = start.config;
  const tokenizer = recipe.tokenizer ? await ownTokenizer({ rule: recipe.tokenizer, pairs, windowTokens: maxPositions, folder: path.join(out, "tokenizer"), note }) : null;
  const config = tokenizer ? { ...start.config, vocabSize: tokenizer.words.vocabulary.length } : start.config;
  const trained = { ...config, layers, ...(recipe.weighsWords ? { weighsWords: true } : {}) };
  return {
    config,
    trained,
    parameters: recipe.start === "folder" ? start.parameters : randomParameters(new Map([...bertTensorDims(config), ...bertTensorDims(trained)]), createRng(recipe.seed)),
    tokens: tokenizer ? wordPieceTokens(tokenizer.words, maxPositions) : start.tokens,
    words: () => tokenizer?.words ?? wordPieceOf(start.tokenizerJson),
    tokenizer,
  };
}

function checkSizes({ pretrain }: Recipe, { layers, maxPositions, tokenTypes }: BertConfig, wanted: number): void {
  if (wanted > layers) throw new AppError("config/invalid", `The recipe trains ${wanted} layers; the start encoder has ${layers}.`);
  if (!pretrain) return;
  if (wanted === 0) throw new AppError("config/invalid", "The start encoder has no layer to pre-train. Leave pretrain out of the recipe.");
  if (pretrain.tokens > maxPositions) throw new AppError("config/invalid", `pretrain.tokens is ${pretrain.tokens}; the start encoder has ${maxPositions} positions.`);
  if (pretrain.nextSentence && tokenTypes < 2) throw new AppError("config/invalid", "pretrain.nextSentence needs an encoder with two token types; the start encoder has one.");
}
