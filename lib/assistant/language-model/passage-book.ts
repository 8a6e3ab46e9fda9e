/**
 * @file Passage book: which passage of one question stands under which number. A number outside it cites nothing.
 */
import type { Passage } from "../../knowledge/types";
import type { NumberedPassage } from "./language-model";

export interface PassageBook {
  /** @returns those that were new and still fit, with their numbers, in the order given */
  add(passages: readonly Passage[]): NumberedPassage[];
  get(number: number): Passage | undefined;
}

/** @param maxChars UTF-16 units of all passages' texts together; what does not fit is left out whole */
export function createPassageBook(maxChars: number): PassageBook {
  const entries: NumberedPassage[] = [];
  let spent = 0;
  return {
    add(passages) {
      const added: NumberedPassage[] = [];
      for (const passage of passages) {
        if (entries.some((entry) => entry.passage.id === passage.id) || spent + passage.text.length > maxChars) continue;
        const entry = { number: entries.length + 1, passage };
        entries.push(entry);
        added.push(entry);
        spent += passage.text.length;
      }
      return added;
    },
    get: (number) => entries[number - 1]?.passage,
  };
}
