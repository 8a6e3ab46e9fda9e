/**
 * @file A trained vocabulary loaded by transformers.js: the same tokens from its tokenizer and from the training
 * tokenizer, on texts chosen to be difficult and on random ones.
 */
import { PreTrainedTokenizer } from "@huggingface/transformers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWords } from "./split-words";
import { tokenizerFiles, wordPieceOf } from "./tokenizer-files";
import { trainWordPiece } from "./train-word-piece";

const CORPUS = [
  "Annual leave is requested from your manager in writing; managers answer within ten working days.",
  "Über-Überstunden: the café's résumé costs €12.50 – naïve?",
  "员工每年享有十天带薪年假，须提前两周向经理申请。Overtime 加班 is paid 1.5×.",
  "Sick notes (病假条) go to people operations; 病假 is not 年假.",
];
const DIFFICULT = [
  "",
  " \t\n\r ",
  "a\u0000b\u200bc\u00a0d\u3000e\u0085f\u000bg\ufeffh\ufffdi",
  "İstanbul ǅ ﬁne ½ ² Ⅷ ①",
  "한국어 が カタカナ ไทย العربية हिन्दी",
  "𠀀𠮷 豈 年\u0301 e\u0301\u0323",
  "don't e-mail@x.org #1 a_b $5 ^ ` ~ | < > «»、。！",
  "\ud800 lone",
  "😀👍🏽 ok",
];
const counts = new Map<string, number>();
// The difficult texts' characters get entries too: two unknown tokens would agree too easily.
for (const text of [...CORPUS, ...DIFFICULT]) for (let i = 0; i < 4; i++) countWords(text, counts);
const vocabulary = trainWordPiece(counts, { size: 420, minChineseCount: 5, minCharacterCount: 4 });
const files = JSON.parse(JSON.stringify(tokenizerFiles(vocabulary, 64))) as ReturnType<typeof tokenizerFiles>;
const served = new PreTrainedTokenizer(files.tokenizerJson, files.tokenizerConfig);
const training = wordPieceOf(files.tokenizerJson);
const tokensOf = (ids: readonly number[]): (string | undefined)[] => ids.map((id) => vocabulary[id]);

describe("tokenizer files", () => {
  it("transformers.js wraps a text, knows the special tokens and the window", () => {
    expect(served.encode("Annual leave")).toEqual([2, ...training.encode("Annual leave"), 3]);
    expect(tokensOf(training.encode("Annual leave"))).toEqual(["annual", "leave"]);
    expect([served.pad_token_id, served.mask_token_id, served.model_max_length]).toEqual([0, 4, 64]);
    const pair = served("leave", { text_pair: "年假", add_special_tokens: true, return_token_type_ids: true }) as { token_type_ids: { data: BigInt64Array } };
    expect([...pair.token_type_ids.data].map(Number)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(served.decode(training.encode("requested"))).toBe("requested");
  });

  it("cuts a rare word into pieces, and shows a character without an entry as unknown", () => {
    expect(tokensOf(training.encode("managing"))).toEqual(["manag", "##ing"]);
    expect(tokensOf(training.encode("病假 鑫 кот"))).toEqual(["病", "假", "[UNK]", "[UNK]"]);
    expect(tokensOf(training.encode("x".repeat(101)))).toEqual(["[UNK]"]);
    expect(training.encode("x".repeat(100))).not.toContain(1);
  });

  it.each([...CORPUS, ...DIFFICULT])("both tokenizers agree on %j", (text) => {
    expect(training.encode(text)).toEqual(served.encode(text, { add_special_tokens: false }));
  });

  it("both tokenizers agree on any text", () => {
    // Bracketed special tokens are left out: the served tokenizer turns a typed "[MASK]" into the token.
    const text = fc.string({ unit: "grapheme", maxLength: 30 }).filter((value) => !/\[(PAD|UNK|CLS|SEP|MASK)\]/.test(value));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: "binary", maxLength: 20 })), (value) => {
        expect(training.encode(value)).toEqual(served.encode(value, { add_special_tokens: false }));
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it("refuses a tokenizer that splits otherwise", () => {
    const { tokenizerJson } = files;
    const cased = { ...tokenizerJson, normalizer: { type: "BertNormalizer", lowercase: false } };
    for (const other of [{}, cased, { ...tokenizerJson, model: { type: "Unigram" } }, { ...tokenizerJson, pre_tokenizer: null }]) {
      expect(() => wordPieceOf(other)).toThrow(expect.objectContaining({ code: "model/unsupported" }));
    }
  });
});
