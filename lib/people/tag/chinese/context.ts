/**
 * @file What neighbouring sentences of the same document say about a sentence: which of its strings come again there,
 * and which stand there where a person is introduced.
 */

/** Sentences before and after that count as the same document. */
export const CONTEXT_SENTENCES = 6;

/** @returns the sentences around `at`, without it */
export function contextOf(sentences: readonly string[], at: number): string[] {
  return [...sentences.slice(Math.max(0, at - CONTEXT_SENTENCES), at), ...sentences.slice(at + 1, at + 1 + CONTEXT_SENTENCES)];
}

const INTRODUCED = /^([\p{Script=Han}·]{2,4}?)(?:先生|女士|，|：|,|:|（|\(|男|女)/u;

/** Per unit: how long the string is that begins, and that ends, here and comes again; "n" and its place in an introduced name. */
export function repeatedInContext(text: string, context: readonly string[]): string[] {
  const around = context.join("\n");
  const names = new Set([...context, text].map((sentence) => INTRODUCED.exec(sentence)?.[1]).filter((name) => name !== undefined));
  const marks = new Array<string>(text.length).fill("");
  for (const name of names) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      for (let at = start; at < start + name.length; at++) marks[at] = at === start ? "B" : at === start + name.length - 1 ? "E" : "M";
    }
  }
  return marks.map((mark, at) => `${repeatsFrom(text, at, around)}${repeatsTo(text, at, around)}n${mark}`);
}

const LONGEST_REPEAT = 5;

function repeatsFrom(text: string, at: number, around: string): number {
  let length = 1;
  while (length < LONGEST_REPEAT && at + length < text.length && around.includes(text.slice(at, at + length + 1))) length++;
  return length;
}

function repeatsTo(text: string, at: number, around: string): number {
  let length = 1;
  while (length < LONGEST_REPEAT && at - length >= 0 && around.includes(text.slice(at - length, at + 1))) length++;
  return length;
}
