/** @file Answer rows: every citation is shown exactly once, markers never lead nowhere, disagreement is one row. */
import { describe, expect, it } from "vitest";
import type { Citation } from "../contracts/evidence";
import { answerRows, splitAsides, type AnswerRow } from "./answer-rows";

const citation = (number: number, quote: string, conflict: string | null = null): Citation => ({
  number,
  documentId: `d${number}`,
  chunkId: null,
  title: `Document ${number}`,
  kind: "policy",
  headings: [],
  page: null,
  start: 0,
  end: quote.length,
  quote,
  conflict,
});

const shape = (row: AnswerRow) =>
  row.type === "prose"
    ? row.pieces.map((piece) => (piece.type === "text" ? piece.text : piece.type === "marker" ? piece.number : piece.citation.quote))
    : row.type === "quote"
      ? row.citation.number
      : row.citations.map((side) => side.number);

describe("answerRows", () => {
  it("keeps markers in the prose and gives each quotation a row below", () => {
    const rows = answerRows("Two rules apply [1][2].", [citation(1, "Leave is 25 days."), citation(2, "Ask by May.")]);
    expect(rows.map(shape)).toEqual([["Two rules apply", 1, 2, "."], 1, 2]);
  });

  it("marks a quotation inside the prose, without its quotation marks and its own marker, and not again below", () => {
    const rows = answerRows("The policy says “Leave is 25 days.” [1] Ask HR.", [citation(1, "Leave is 25 days.")]);
    expect(rows.map(shape)).toEqual([["The policy says ", "Leave is 25 days.", " Ask HR."]]);
    expect(rows[0]?.type === "prose" && rows[0].sources.map((source) => source.number)).toEqual([1]);
  });

  it("gives a quotation that stands alone its own row, over line breaks, and drops the line that names its place", () => {
    const first = { ...citation(1, "Up to five days move.\n\nThey lapse in July."), title: "Leave", headings: ["Leave", "4. Carrying over"] };
    const second = { ...citation(2, "Ask by May."), title: "Pensions", headings: [] };
    const text = "The documents say:\n\nLeave › 4. Carrying over\n“Up to five days move.\n\nThey lapse in July.” [1]\n\nPensions\n“Ask by May.” [2]";
    expect(answerRows(text, [first, second]).map(shape)).toEqual([["The documents say:"], 1, 2]);
  });

  it("keeps a line above a quotation that says more than its place", () => {
    const one = { ...citation(1, "Ask by May."), title: "Leave" };
    expect(answerRows("For Leeds:\n“Ask by May.” [1]", [one]).map(shape)).toEqual([["For Leeds:"], 1]);
  });

  it("gives the same words of two documents to the one whose marker stands behind them", () => {
    const [first, second] = [{ ...citation(1, "Report it within 48 hours."), title: "Bicycles" }, { ...citation(2, "Report it within 48 hours."), title: "Canteen" }];
    const text = "Bicycles\n“Report it within 48 hours.” [1]\n\nCanteen\n“Report it within 48 hours.” [2]";
    expect(answerRows(text, [first, second]).map(shape)).toEqual([1, 2]);
  });

  it("keeps another citation's marker after a quotation", () => {
    const rows = answerRows("Leave is 25 days. [2]", [citation(1, "Leave is 25 days."), citation(2, "See also.")]);
    expect(rows.map(shape)).toEqual([["Leave is 25 days.", 2], 2]);
  });

  it("drops a marker that has no citation", () => {
    expect(answerRows("Nothing here [7].", []).map(shape)).toEqual([["Nothing here", "."]]);
  });

  it("sets contradicting quotations side by side, at the place of the first", () => {
    const rows = answerRows("", [citation(1, "5 days", "A"), citation(2, "other"), citation(3, "3 days", "A"), citation(4, "x", "B")]);
    expect(rows.map(shape)).toEqual([[1, 3], 2, 4]);
  });

  it("prefers the longer of two quotations that start at the same place", () => {
    const rows = answerRows("年假为25天,可结转。", [citation(1, "年假为25天"), citation(2, "年假为25天,可结转。")]);
    expect(rows.map(shape)).toEqual([2, 1]);
  });
});

describe("splitAsides", () => {
  const aside = (number: number, quote: string): Citation => ({ ...citation(number, quote), aside: true });
  const split = (text: string, ...citations: Citation[]) => {
    const { main, asides } = splitAsides(answerRows(text, citations));
    return [main.map(shape), asides.map(shape)];
  };

  it("puts quotations set aside behind the others, with the line that holds for them alone", () => {
    const text = "The documents say:\n\nApplies to you:\n\n“Leave is 25 days.” [1]\n\n“Ask by May.” [2]\n\nApplies in Leeds:\n\n“Call by nine.” [3]";
    expect(split(text, citation(1, "Leave is 25 days."), aside(2, "Ask by May."), aside(3, "Call by nine."))).toEqual([[["The documents say:"], ["Applies to you:"], 1], [2, ["Applies in Leeds:"], 3]]);
  });

  it("leaves a line where it stands for a quotation that stays", () => {
    const text = "The documents say:\n\n“Leave is 25 days.” [1]\n\nUntil 2025:\n\n“Call by nine.” [2]\n\n“Ask by May.” [3]";
    expect(split(text, citation(1, "Leave is 25 days."), aside(2, "Call by nine."), citation(3, "Ask by May."))).toEqual([[["The documents say:"], 1, ["Until 2025:"], 3], [2]]);
  });

  it("has nothing behind it where nothing is set aside", () => {
    expect(split("It says:\n\n“Leave is 25 days.” [1]", citation(1, "Leave is 25 days."))).toEqual([[["It says:"], 1], []]);
  });
});
