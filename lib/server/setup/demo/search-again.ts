/** @file Sentences of documents, taken before they are removed and searched for afterwards. */
import { createRng } from "../../../core/rng";
import type { DocumentId } from "../../../core/types";
import type { Services } from "../../services";

const normaliseSpace = (text: string) => text.replace(/\s+/g, " ").trim();

/** Sentences searched for; each costs one retrieval. */
const SAMPLE = 60;
const [SHORTEST, LONGEST] = [30, 200];

/** A fixed random sample over all passages: the longest sentences of each. @param ofEach how many of a passage at most */
export function sampleSentences(chunks: readonly { readonly text: string }[], ofEach = 1): string[] {
  const sentences = chunks.flatMap(({ text }) =>
    text.split(/(?<=[.!?。！？])\s*|\n+/).map(normaliseSpace).filter((part) => part.length >= SHORTEST && part.length <= LONGEST).sort((a, b) => b.length - a.length).slice(0, ofEach),
  );
  const random = createRng(20261122);
  return [...new Set(sentences)].map((sentence) => ({ sentence, order: random() })).sort((a, b) => a.order - b.order).slice(0, SAMPLE).map(({ sentence }) => sentence);
}

/** @returns how many of them some passage still holds, found as a person would find them: by asking */
export async function searchAgain(services: Pick<Services, "readSide">, sentences: readonly string[]): Promise<number> {
  let found = 0;
  for (const sentence of sentences) if ((await holdersOf(services, sentence)).length > 0) found++;
  return found;
}

/** Those that stand in no other document: what two people wrote word for word says nothing of one who is gone. */
export async function onlyIn(services: Pick<Services, "readSide">, document: DocumentId, sentences: readonly string[]): Promise<string[]> {
  const own: string[] = [];
  for (const sentence of sentences) if ((await holdersOf(services, sentence)).every((id) => id === document)) own.push(sentence);
  return own;
}

async function holdersOf({ readSide }: Pick<Services, "readSide">, sentence: string): Promise<DocumentId[]> {
  const { passages } = await readSide.knowledge.retrieve(sentence, { mode: "lexical", k: 10 });
  return passages.filter(({ passage }) => normaliseSpace(passage.text).includes(sentence)).map(({ passage }) => passage.documentId);
}
