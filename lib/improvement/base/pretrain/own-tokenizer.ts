/**
 * @file ownTokenizer: the corpus' texts → a WordPiece tokenizer in the run's folder, as tokenizer.json and
 * tokenizer_config.json. A run that goes on finds the same one.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "../../../core/hash";
import { countWords } from "../../../engine/tokenizer/split-words";
import { tokenizerFiles, wordPieceOf, type TokenizerFiles } from "../../../engine/tokenizer/tokenizer-files";
import { trainWordPiece } from "../../../engine/tokenizer/train-word-piece";
import type { WordPiece } from "../../../engine/tokenizer/word-piece";
import { cutIds, type Tokens } from "../batches/token-rows";
import type { Pair } from "../types";
import type { TokenizerRule } from "./rules";

export interface OwnTokenizer extends TokenizerFiles {
  readonly words: WordPiece;
  /** Of tokenizer.json. */
  readonly digest: string;
}

const FILES = { tokenizer: "tokenizer.json", config: "tokenizer_config.json", madeFrom: "made-from.json" };

export interface OwnTokenizerInput {
  readonly rule: TokenizerRule;
  /** Their queries and passages are read, each distinct text once. */
  readonly pairs: readonly Pair[];
  /** Longest input of the encoder, special tokens included. */
  readonly windowTokens: number;
  /** Where the files are, or will be. */
  readonly folder: string;
  readonly note: (line: string) => void;
}

/**
 * Files that are missing, broken or changed by hand are made again: the same texts give the same bytes.
 *
 * @throws AppError "eval/bad-input" where `entries` cannot hold the characters
 */
export async function ownTokenizer({ rule, pairs, windowTokens, folder, note }: OwnTokenizerInput): Promise<OwnTokenizer> {
  const texts = [...new Set(pairs.flatMap(({ query, passage }) => [query, passage]))].sort();
  const madeFrom = sha256(JSON.stringify([rule, windowTokens, texts]));
  const files = (await readKept(folder, madeFrom)) ?? (await makeFiles({ rule, texts, windowTokens, folder, madeFrom, note }));
  return { ...files, words: wordPieceOf(files.tokenizerJson), digest: sha256(JSON.stringify(files.tokenizerJson)) };
}

async function makeFiles({ rule, texts, windowTokens, folder, madeFrom, note }: Omit<OwnTokenizerInput, "pairs"> & { texts: readonly string[]; madeFrom: string }): Promise<TokenizerFiles> {
  const counts = new Map<string, number>();
  for (const text of texts) countWords(text, counts);
  const vocabulary = trainWordPiece(counts, sizesOf(rule));
  const files = tokenizerFiles(vocabulary, windowTokens);
  const contents = [JSON.stringify(files.tokenizerJson), JSON.stringify(files.tokenizerConfig)] as const;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, FILES.tokenizer), contents[0]);
  await writeFile(path.join(folder, FILES.config), contents[1]);
  await writeFile(path.join(folder, FILES.madeFrom), JSON.stringify({ madeFrom, written: sha256(contents.join()) }));
  note(`tokenizer: ${vocabulary.length} entries from ${texts.length} texts, ${counts.size} distinct words; written to ${folder}`);
  return files;
}

/** What an earlier part of the run made from the same texts, whole; null: nothing of the kind. */
async function readKept(folder: string, madeFrom: string): Promise<TokenizerFiles | null> {
  try {
    const read = (name: string): Promise<string> => readFile(path.join(folder, name), "utf8");
    const [tokenizer, config, stamp] = [await read(FILES.tokenizer), await read(FILES.config), JSON.parse(await read(FILES.madeFrom)) as { madeFrom?: string; written?: string }];
    if (stamp.madeFrom !== madeFrom || stamp.written !== sha256([tokenizer, config].join())) return null;
    return { tokenizerJson: JSON.parse(tokenizer) as TokenizerFiles["tokenizerJson"], tokenizerConfig: JSON.parse(config) as TokenizerFiles["tokenizerConfig"] };
  } catch (cause) {
    if (cause instanceof SyntaxError || (cause instanceof Error && "code" in cause && cause.code === "ENOENT")) return null;
    throw cause;
  }
}

/** As the served tokenizer encodes: special tokens at both ends, cut to the window. */
export function wordPieceTokens(words: WordPiece, windowTokens: number): Tokens {
  const [opening, closing] = [words.idOf("[CLS]"), words.idOf("[SEP]")];
  return { padId: words.idOf("[PAD]"), encode: (text) => cutIds([opening, ...words.encode(text), closing], windowTokens) };
}

function sizesOf({ entries, minChineseCount, minCharacterCount, minPairCount }: TokenizerRule): Parameters<typeof trainWordPiece>[1] {
  return {
    size: entries,
    ...(minChineseCount === undefined ? {} : { minChineseCount }),
    ...(minCharacterCount === undefined ? {} : { minCharacterCount }),
    ...(minPairCount === undefined ? {} : { minPairCount }),
  };
}
