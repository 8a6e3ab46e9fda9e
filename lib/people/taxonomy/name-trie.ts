/**
 * @file Every name of every skill in one tree of characters: all names that begin at a place are found in one walk, as
 * long as the longest of them. Knows nothing of words; mention-rules.ts says which findings count.
 */
import { foldChar, foldName } from "./fold";

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | undefined;
}

export interface Found<T> {
  readonly value: T;
  readonly end: number;
}

export interface NameTrie<T> {
  /** The first value given for a name stays. */
  add(name: string, value: T): void;
  /** @returns what names begin exactly at `start` of the unfolded text, shortest first */
  at(text: string, start: number): Found<T>[];
}

export function createNameTrie<T>(): NameTrie<T> {
  const root: Node<T> = { next: new Map(), value: undefined };
  return {
    add(name, value) {
      let node = root;
      for (const char of foldName(name)) {
        const known = node.next.get(char);
        const next: Node<T> = known ?? { next: new Map(), value: undefined };
        if (known === undefined) node.next.set(char, next);
        node = next;
      }
      node.value ??= value;
    },
    at: (text, start) => walk(root, text, start),
  };
}

/** Several blanks in the text are one in the name: "machine  learning", or a line break between the words. */
function walk<T>(root: Node<T>, text: string, start: number): Found<T>[] {
  const found: Found<T>[] = [];
  let node = root;
  let wasBlank = false;
  for (let at = start; at < text.length; at++) {
    const char = foldChar(text.charAt(at));
    if (char === " " && wasBlank) continue;
    wasBlank = char === " ";
    const next = node.next.get(char);
    if (next === undefined) break;
    node = next;
    if (node.value !== undefined) found.push({ value: node.value, end: at + 1 });
  }
  return found;
}
