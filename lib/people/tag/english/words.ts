/**
 * @file English words of a sentence with their places: runs of letters and digits with the signs that belong to them
 * (C++, .NET, full-time), every other sign alone.
 */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /\.?[\p{L}\p{N}][\p{L}\p{N}+#&/'’.-]*[\p{L}\p{N}+#]|[\p{L}\p{N}][+#]*|[^\s\p{L}\p{N}]/gu;

/** @returns words in order; the blanks between them belong to none */
export function splitWords(sentence: string): Word[] {
  return [...sentence.matchAll(WORD)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
}
