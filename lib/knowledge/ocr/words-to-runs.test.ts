/**
 * @file Recognised words as the layout pass sees them: even sizes, common baselines, order, and the document's text.
 */
import { describe, expect, it } from "vitest";
import { layoutPage } from "../extract/pdf/layout-page";
import { writeLayouts } from "../extract/pdf";
import type { OcrWord } from "./ocr-reader";
import { placedPage, placedRects } from "./placed-page";
import { meanConfidence, wordsToRuns } from "./words-to-runs";

/** Words of 20-dot print; letters without ascender or descender are lower, as a scan shows them. */
function line(number: number, y: number, text: string, { x = 100, size = 40, confidence = 90 } = {}): OcrWord[] {
  let at = x;
  return text.split(" ").map((word) => {
    const tall = /[A-Zbdfhklt0-9]/.test(word) ? 0.71 : 0.5;
    const deep = /[gjpqy,]/.test(word) ? 0.21 : 0;
    const width = word.length * size * 0.5;
    const found = { text: word, x: at, y: y - tall * size, width, height: (tall + deep) * size, confidence, line: number };
    at += width + 0.1 * size; // narrower than a word space of the layout pass
    return found;
  });
}

const page = (words: readonly OcrWord[]) => layoutPage(1, { width: 595, height: 842, runs: wordsToRuns(words, 0.24), turned: [], hasPictures: true, pictureShare: 1, hiddenLetters: 0, hiddenText: "", raw: "" });

describe("wordsToRuns", () => {
  it("gives lines of one print one size and one baseline, and keeps words apart", () => {
    const layout = page([...line(1, 400, "some nice paper grows"), ...line(2, 450, "Harbour Freight pays")]);
    expect(layout.lines.map((one) => one.text)).toEqual(["some nice paper grows", "Harbour Freight pays"]);
    expect(new Set(layout.lines.map((one) => one.size.toFixed(2)))).toEqual(new Set(["9.60"]));
  });

  it("keeps larger print larger, so that headings are found", () => {
    const { draft, title } = writeLayouts([page([...line(1, 200, "Notice periods", { size: 80 }), ...line(2, 400, "The notice period is three months for every grade here"), ...line(3, 450, "and six months for the board of the company as a whole")])], []);
    expect(title).toBe("Notice periods");
    expect(draft.blocks[0]).toMatchObject({ kind: "heading", level: 1 });
  });

  it("reads two columns one after the other, in tesseract's order", () => {
    const left = ["Mira grew up in Lisbon and", "studied payroll law at the", "evening school there long", "before she came to Cork"];
    const right = ["Her hobbies are rowing and", "old maps, the history of a", "trade in salt, and the old", "harbour choir on Thursday"];
    const words = [...left.map((text, i) => line(i + 1, 400 + 55 * i, text)), ...right.map((text, i) => line(i + 10, 400 + 55 * i, text, { x: 1300 }))].flat();
    expect(page(words).lines.map((one) => one.text)).toEqual([...left, ...right]);
  });

  it("takes columns apart that recognition ran together line by line, and leaves tables whole", () => {
    const left = ["Contact", "Dordrecht", "Skills", "Python", "Tide tables", "Languages"];
    const right = ["Experience", "Dredging planner at Wantij since", "the spring of last year, with", "eleven contracts in harbours", "and a tide model", "Education", "Engineering"];
    const leftRows = [0, 1, 3, 4, 5, 7];
    const words = Array.from({ length: 8 }, (_, row) => {
      const at = leftRows.indexOf(row);
      return [...(at < 0 ? [] : line(row + 1, 400 + 55 * row, left[at] ?? "")), ...(right[row] ? line(row + 1, 400 + 55 * row, right[row], { x: 900 }) : [])];
    }).flat();
    expect(page(words).lines.map((one) => one.text)).toEqual([...left, ...right]);

    const table = ["Grade Notice Holiday", "Junior Four Twenty", "Senior Eight Thirty", "Lead Twelve Forty", "Board Sixteen Fifty"];
    const cells = table.flatMap((text, row) => text.split(" ").flatMap((cell, column) => line(row + 1, 400 + 55 * row, cell, { x: 100 + 500 * column })));
    expect(page(cells).lines.map((one) => one.text)).toEqual(table.map((text) => text.replaceAll(" ", " | ")));
  });

  it("takes small marks before lines for bullets, but leaves words of one letter", () => {
    const mark = (text: string, number: number, y: number): OcrWord => ({ text, x: 60, y: y - 16, width: 9, height: 10, confidence: 30, line: number });
    const words = [mark("¢", 1, 400), ...line(1, 400, "Leave does not shorten holiday"), mark("e", 2, 450), ...line(2, 450, "Pension goes on"), ...line(3, 500, "a little more text")];
    expect(page(words).lines.map((one) => one.text)).toEqual(["- Leave does not shorten holiday", "- Pension goes on", "a little more text"]);
  });

  it("parts a bullet from the word it was read together with, but leaves words in guillemets", () => {
    const words = [...line(1, 400, "«Leave does not shorten holiday"), ...line(2, 450, "©Pension goes on"), ...line(3, 500, "«Tide» is our system"), ...line(4, 550, "«The whole line is quoted»")];
    expect(page(words).lines.map((one) => one.text)).toEqual(["- Leave does not shorten holiday", "- Pension goes on", "«Tide» is our system", "«The whole line is quoted»"]);
  });

  it("joins Chinese characters without spaces and drops specks of dust", () => {
    const han: OcrWord[] = [..."员工每年享有带薪年假"].map((text, i) => ({ text, x: 100 + 42 * i, y: 100, width: 38, height: 36, confidence: 90, line: 1 }));
    const dust: OcrWord = { text: "~.", x: 900, y: 118, width: 6, height: 4, confidence: 12, line: 1 };
    expect(page([...han, dust]).lines.map((one) => one.text)).toEqual(["员工每年享有带薪年假"]);
  });
});

describe("placedPage", () => {
  it("finds each word's place again, through hyphens at line ends, and only on that page", () => {
    const layout = page([...line(1, 400, "These rules are part of the employ-"), ...line(2, 450, "ment contract and hold for everyone")]);
    const { draft } = writeLayouts([layout], []);
    expect(draft.text).toContain("part of the employment contract");
    const [placed, ...others] = placedPage(layout, { read: new Map([[1, 90]]), document: draft });
    expect(others).toEqual([]);
    if (!placed) throw new Error("page 1 was recognised");
    const start = draft.text.indexOf("employment");
    const rects = placedRects(placed, { start, end: start + "employment".length }, draft.text);
    expect(rects).toHaveLength(2);
    // "employ-" ends the first line, "ment" begins the second, 50 dots below.
    expect(rects[1]?.x).toBeCloseTo(24, 0);
    expect((rects[1]?.y ?? 0) - (rects[0]?.y ?? 0)).toBeCloseTo(12, 0);
    expect(placedRects(placed, { start: 0, end: 0 }, draft.text)).toEqual([]);
    expect(placedPage({ ...layout, page: 2 }, { read: new Map([[1, 90]]), document: draft })).toEqual([]);
  });
});

it("means confidence by characters", () => {
  const word = (text: string, confidence: number): OcrWord => ({ text, confidence, x: 0, y: 0, width: 1, height: 1, line: 1 });
  expect(meanConfidence([word("aaaaaaaaa", 90), word("b", 0)])).toBe(81);
  expect(meanConfidence([])).toBeNull();
});
