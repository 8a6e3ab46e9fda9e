/**
 * @file Where words of a fixed list stand in a sentence: per unit its place in the longest such word (B, M, E, S or
 * none), and where those words end.
 */
export interface WordPlaces {
  /** Per unit: "B", "M", "E", "S", or "" outside. */
  readonly places: readonly string[];
  /** Per unit: the word that ends with it, or "". */
  readonly ends: readonly string[];
}

/** @param words any set; @param longest length of the longest of them, in units */
export function findWordPlaces(text: string, words: ReadonlySet<string>, longest: number): WordPlaces {
  const places = new Array<string>(text.length).fill("");
  const ends = new Array<string>(text.length).fill("");
  for (let start = 0; start < text.length; start++) {
    const length = longestAt(text, start, words, longest);
    if (length === 0) continue;
    const end = start + length - 1;
    if ((ends[end] ?? "").length < length) ends[end] = text.slice(start, end + 1);
    if (places[start] !== "") continue;
    if (length === 1) places[start] = "S";
    else for (let at = start; at <= end; at++) places[at] = at === start ? "B" : at === end ? "E" : "M";
  }
  return { places, ends };
}

function longestAt(text: string, start: number, words: ReadonlySet<string>, longest: number): number {
  for (let length = Math.min(longest, text.length - start); length > 0; length--) {
    if (words.has(text.slice(start, start + length))) return length;
  }
  return 0;
}
