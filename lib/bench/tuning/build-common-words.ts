/**
 * @file Builds lib/knowledge/lexical/common-words-table.ts: how common English stems, Chinese words and Chinese characters
 * are in everyday sentences. Run once: npx tsx lib/bench/tuning/build-common-words.ts <tatoeba_cmn_eng.cmn.txt>
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { STEP } from "../../knowledge/lexical/common-words";
import { tokenize } from "../../knowledge/lexical/tokenize";

/** Words of fewer sentences are as telling as words never seen. */
const MIN_SENTENCES = 4;

type Counts = Map<string, number>;

function count(counts: Counts, terms: Iterable<string>): void {
  for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
}

/** One row per bucket, the first one for the commonest: ln(sentences / own) rounded down to whole steps. */
function toRows(counts: Counts, sentences: number): string[] {
  const rows: string[][] = [];
  for (const [term, own] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    if (own < MIN_SENTENCES) continue;
    const bucket = Math.floor(Math.log(sentences / own) / STEP);
    (rows[bucket] ??= []).push(term);
  }
  return Array.from(rows, (row) => (row ?? []).join(" "));
}

function main(file: string): void {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => line.split("\t"));
  const english = new Set(lines.map(([sentence = ""]) => sentence));
  const stems: Counts = new Map();
  const words: Counts = new Map();
  const characters: Counts = new Map();
  for (const sentence of english) count(stems, tokenize(sentence).flatMap((token) => (token.kind === "word" ? token.term : [])));
  for (const [, sentence = ""] of lines) {
    const tokens = tokenize(sentence);
    count(words, tokens.flatMap((token) => (token.kind === "han-word" || token.kind === "han-single" ? token.term : [])));
    count(characters, tokens.flatMap((token) => (token.kind === "han-char" || token.kind === "han-single" ? token.term : [])));
  }
  const table = { ENGLISH: toRows(stems, english.size), CHINESE: toRows(words, lines.length), CHARACTERS: toRows(characters, lines.length) };
  const source = Object.entries(table).map(([name, rows]) => `export const ${name}: readonly string[] = [\n${rows.map((row) => `  ${JSON.stringify(row)},`).join("\n")}\n];\n`);
  const header = `/**\n * @file Everyday words by how common they are, commonest first: one row per bucket of common-words.ts. Made by\n * lib/bench/tuning/build-common-words.ts; do not edit.\n * @source counted in the English–Chinese sentence pairs of tatoeba.org (CC BY 2.0 FR); no sentence is kept\n */\n`;
  writeFileSync(path.join(import.meta.dirname, "../../knowledge/lexical/common-words-table.ts"), header + source.join("\n"));
  process.stdout.write(`${stems.size} stems, ${words.size} words, ${characters.size} characters counted\n`);
}

main(process.argv[2] ?? "");
