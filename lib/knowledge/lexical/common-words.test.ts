import { describe, expect, test } from "vitest";
import { information, MOST } from "./common-words";

describe("information of a word", () => {
  test("an everyday word tells less than a subject, in both languages", () => {
    expect(information("want", "word")).toBeLessThan(information("tattoo", "word"));
    expect(information("老师", "han-word")).toBeLessThan(information("仲裁", "han-word"));
  });

  test("a word that is not in the table tells most", () => {
    expect(information("zzzz", "word")).toBe(MOST);
  });

  test("a Chinese word that is not in the table tells as much as its characters, at most MOST", () => {
    const pieces = information("天", "han-char") + information("内", "han-char");
    expect(information("天内", "han-bigram")).toBeLessThanOrEqual(Math.min(MOST, pieces));
    expect(information("电棍", "han-word")).toBe(MOST);
  });
});
