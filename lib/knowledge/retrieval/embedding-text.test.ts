/** @file What is embedded: title and headings before the text, nothing twice. */
import { expect, it } from "vitest";
import { embeddingText } from "./embedding-text";

it("puts title and the nearest headings before the text", () => {
  expect(embeddingText({ documentTitle: "Leave", headings: ["Paid leave", "Carry over"], text: "Ten days." })).toBe("Leave > Paid leave > Carry over\nTen days.");
});

it("repeats neither a heading that is the title nor one the text begins with", () => {
  expect(embeddingText({ documentTitle: "Leave", headings: ["Leave", "Carry over"], text: "Carry over\nTen days." })).toBe("Leave\nCarry over\nTen days.");
});

it("keeps the three nearest headings", () => {
  expect(embeddingText({ documentTitle: "", headings: ["a", "b", "c", "d"], text: "x" })).toBe("b > c > d\nx");
});

it("is the text alone without title and headings", () => {
  expect(embeddingText({ documentTitle: "", headings: [], text: "x" })).toBe("x");
});
