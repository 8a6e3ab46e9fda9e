/** @file Sentences of the demo's documents, taken before they are removed and searched for afterwards. */
import { createRng } from "../../../core/rng";
import type { Services } from "../../services";

const normaliseSpace = (text: string) => text.replace(/\s+/g, " ").trim();

/** Sentences searched for; each costs one retrieval. */
const SAMPLE = 60;
const [SHORTEST, LONGEST] = [30, 200];

/** A fixed random sample over all passages: the longest sentence of each. */
export function sampleSentences(chunks: readonly { readonly text: string }[]): string[] {
  const sentences = chunks.flatMap(({ text }) => {
    const longest = text.split(/(?<=[.!?。！？])\s*|\n+/).map(normaliseSpace).filter((part) => part.length >= SHORTEST && part.length <= LONGEST).sort((a, b) => b.length - a.length)[0];
    return longest === undefined ? [] : [longest];
  });
  const random = createRng(20261122);
  return [...new Set(sentences)].map((sentence) => ({ sentence, order: random() })).sort((a, b) => a.order - b.order).slice(0, SAMPLE).map(({ sentence }) => sentence);
}

/** @returns how many of them some passage still holds, found as a person would find them: by asking */
export async function searchAgain({ readSide }: Pick<Services, "readSide">, sentences: readonly string[]): Promise<number> {
  let found = 0;
  for (const sentence of sentences) {
    const { passages } = await readSide.knowledge.retrieve(sentence, { mode: "lexical", k: 10 });
    if (passages.some(({ passage }) => normaliseSpace(passage.text).includes(sentence))) found++;
  }
  return found;
}
