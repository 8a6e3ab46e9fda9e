/**
 * @file Gazetteer: entities of the training data by the hash of their text, so that a model names nobody. Says of each
 * unit in which known entity it stands. Built from other folds than the sentence's own while training: otherwise every
 * entity would be known and the tagger would learn to trust nothing else.
 */
import { featureHash } from "../feature-hash";
import type { LabelledSentence } from "./read-bmes";

/** Hash of an entity's text → index of its most frequent label. */
export type Gazetteer = ReadonlyMap<number, number>;

export const LONGEST_ENTITY = 16;
/** Persons' names are left out: whose name it is says nothing about the next one. */
const LABELS = ["CONT", "RACE", "LOC", "ORG", "TITLE", "EDU", "PRO"] as const;

export function buildGazetteer(sentences: readonly LabelledSentence[]): Map<number, number> {
  const counts = new Map<number, number[]>();
  for (const { units, spans } of sentences) {
    for (const { start, end, label } of spans) {
      const index = (LABELS as readonly string[]).indexOf(label);
      if (index < 0 || end - start < 2 || end - start > LONGEST_ENTITY) continue;
      const hash = featureHash(units.slice(start, end).join(""));
      const row = counts.get(hash) ?? new Array<number>(LABELS.length).fill(0);
      row[index] = (row[index] ?? 0) + 1;
      counts.set(hash, row);
    }
  }
  return new Map([...counts].map(([hash, row]) => [hash, row.indexOf(Math.max(...row))]));
}

/** Per unit: label and place of the longest known entity over it ("ORG-M5": 5 units long), "" where there is none. */
export function gazetteerPlaces(text: string, gazetteer: Gazetteer): string[] {
  const places = new Array<string>(text.length).fill("");
  const lengths = new Uint8Array(text.length);
  for (let start = 0; start < text.length; start++) {
    for (let length = Math.min(LONGEST_ENTITY, text.length - start); length > 1; length--) {
      const label = gazetteer.get(featureHash(text.slice(start, start + length)));
      if (label === undefined) continue;
      for (let at = start; at < start + length; at++) {
        if ((lengths[at] as number) >= length) continue;
        lengths[at] = length;
        const place = at === start ? "B" : at === start + length - 1 ? "E" : "M";
        places[at] = `${LABELS[label] as string}-${place}${Math.min(length, 8)}`;
      }
      break;
    }
  }
  return places;
}
