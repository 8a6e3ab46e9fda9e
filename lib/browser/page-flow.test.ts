/** @file Page flow: offsets stay exact, so that the marked words are the cited words. */
import { describe, expect, it } from "vitest";
import { cutAt, pageAt, pageFlow } from "./page-flow";

const text = "Leave\n\nYou have 25 days.\n\n- one\n- two\n\nGrade | Days\nG1 | 25\n\nLast words.";
const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
const block = (kind: "heading" | "paragraph" | "list_item" | "table_row", part: string) => ({
  kind,
  level: kind === "heading" ? 1 : null,
  ...at(part),
});
const document = {
  text,
  pages: [
    { page: 1, start: 0, end: text.indexOf("- two") },
    { page: 2, start: text.indexOf("- two"), end: text.length },
  ],
  blocks: [
    block("heading", "Leave"),
    block("paragraph", "You have 25 days."),
    block("list_item", "- one"),
    block("list_item", "- two"),
    block("table_row", "Grade | Days"),
    block("table_row", "G1 | 25"),
    block("paragraph", "Last words."),
  ],
};

describe("pageFlow", () => {
  it("joins list items and table rows, and begins anew at a page", () => {
    expect(pageFlow(document).map((part) => [part.type, part.page])).toEqual([
      ["heading", 1],
      ["paragraph", null],
      ["list", null],
      ["list", 2],
      ["table", null],
      ["paragraph", null],
    ]);
  });

  it("gives cells the offsets of their words", () => {
    const table = pageFlow(document).find((part) => part.type === "table");
    const words = table?.type === "table" ? table.rows.map((row) => row.map((cell) => text.slice(cell.start, cell.end))) : [];
    expect(words).toEqual([
      ["Grade", "Days"],
      ["G1", "25"],
    ]);
  });

  it("splits a text without blocks at its empty lines", () => {
    const plain = { text: "a\nb\n\n c \n", pages: [], blocks: [] };
    expect(pageFlow(plain).map((part) => "start" in part && plain.text.slice(part.start, part.end))).toEqual(["a\nb", "c"]);
  });
});

describe("cutAt", () => {
  it("cuts out the marked words, and only them", () => {
    const pieces = cutAt(at("You have 25 days."), at("25 days"));
    expect(pieces.map((piece) => [text.slice(piece.start, piece.end), piece.marked])).toEqual([
      ["You have ", false],
      ["25 days", true],
      [".", false],
    ]);
  });

  it("marks a block whole when the passage runs over it, and not at all when it lies elsewhere", () => {
    expect(cutAt({ start: 5, end: 9 }, { start: 0, end: 20 })).toEqual([{ start: 5, end: 9, marked: true }]);
    expect(cutAt({ start: 5, end: 9 }, { start: 9, end: 20 })).toEqual([{ start: 5, end: 9, marked: false }]);
  });
});

describe("pageAt", () => {
  it("finds the page of a position", () => {
    expect(pageAt(document.pages, text.indexOf("G1"))).toBe(2);
    expect(pageAt([], 3)).toBeNull();
  });
});
