/** @file Which language a person sees, and that a missing Chinese word does not compile. */
import { describe, expect, it } from "vitest";
import { chooseLanguage, defineWords } from "./define-words";

describe("chooseLanguage", () => {
  it.each([
    ["zh", "en-GB,en;q=0.9", "zh"],
    ["en", "zh-CN", "en"],
    [undefined, "zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    [undefined, "de-DE,en;q=0.5,zh;q=0.7", "zh"],
    [undefined, "de-DE,zh;q=0,en;q=0.1", "en"],
    [undefined, "fr", "en"],
    [undefined, null, "en"],
    ["klingon", "zh-TW", "zh"],
  ] as const)("cookie %s, browser %s → %s", (cookie, accept, language) => {
    expect(chooseLanguage(cookie, accept)).toBe(language);
  });
});

describe("defineWords", () => {
  it("gives both languages the same keys and parameters", () => {
    const words = defineWords({
      en: { title: "Documents", found: (n: number) => `${n} ${n === 1 ? "passage" : "passages"}` },
      zh: { title: "文件", found: (n) => `${n} 个段落` },
    });
    expect([words.en.found(1), words.en.found(2), words.zh.found(2)]).toEqual(["1 passage", "2 passages", "2 个段落"]);
    // @ts-expect-error a key that only English has
    defineWords({ en: { title: "Documents", open: "Open" }, zh: { title: "文件" } });
  });
});
