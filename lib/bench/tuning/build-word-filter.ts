/**
 * @file Builds lib/knowledge/lexical/word-filter-table.ts from the words of Open English WordNet and the words that the
 * encoder's open corpus uses at least ten times. Run once: npx tsx lib/bench/tuning/build-word-filter.ts <corpora folder>
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { stem } from "../../knowledge/lexical/normalise";
import { bitsOf, BITS_PER_WORD } from "../../knowledge/lexical/word-filter";

/** Rarer words of the corpus are often misspelt. */
const MIN_TIMES = 10;

function main(corpora: string): void {
  const text = (name: string): string => gunzipSync(readFileSync(path.join(corpora, name))).toString("utf8");
  const stems = new Set<string>();
  for (const [word] of text("wordnet-synonyms.tsv.gz").toLowerCase().matchAll(/[a-z]{3,20}/g)) stems.add(stem(word));
  const counts = new Map<string, number>();
  for (const name of ["pairs.jsonl.gz", "pairs-more.jsonl.gz"]) {
    for (const [word] of text(name).toLowerCase().replace(/\\u[0-9a-f]{4}|\\./g, " ").matchAll(/[a-z]{3,20}/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const [word, times] of counts) if (times >= MIN_TIMES) stems.add(stem(word));
  const filter = new Uint8Array(Math.ceil((stems.size * BITS_PER_WORD) / 8));
  for (const word of stems) for (const bit of bitsOf(word, filter.length * 8)) filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
  const target = path.join(import.meta.dirname, "../../knowledge/lexical/word-filter-table.ts");
  writeFileSync(
    target,
    `/**\n * @file Bloom filter of ${stems.size} English stems, base64. Made by lib/bench/tuning/build-word-filter.ts; do not edit.\n` +
      ` * @source words of Open English WordNet (CC BY 4.0, https://en-word.net) and of the openly licensed corpus of models/base\n */\n` +
      `export const WORD_FILTER =\n  "${Buffer.from(filter).toString("base64")}";\n`,
  );
  process.stdout.write(`${stems.size} stems, ${filter.length} bytes → ${target}\n`);
}

main(process.argv[2] ?? "");
