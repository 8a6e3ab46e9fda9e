/**
 * @file What other stages use of the lexical index.
 */
export { createLexicalIndex, type AskOptions, type Bm25Index, type LexicalQuery, type RatedUnit } from "./lexical-index";
export { terms, tokenize, type Token } from "./tokenize";
export type { Repair } from "./understand";
export type { WordFeatures } from "./word-features";
