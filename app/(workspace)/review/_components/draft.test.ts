/** @file The reviewer's draft as keys change it. */
import { describe, expect, test } from "vitest";
import type { ReviewItem, ReviewPassage } from "@/lib/contracts/review";
import { beginDraft, draftReducer, toRequest, type DraftAction } from "./draft";

const passage = (chunkId: string, quoted = false): ReviewPassage => ({
  chunkId, documentId: "d", title: "Leave", kind: "policy", headings: [], page: null, start: 100, end: 130, text: "One. Two. Three. ".padEnd(30), language: "en",
  sentences: [{ start: 100, end: 104 }, { start: 105, end: 109 }, { start: 110, end: 116 }], quoted: quoted ? [{ start: 105, end: 109 }] : [], isNew: false, forAll: true,
});
const item: ReviewItem = {
  id: "i", question: "?", language: "en", people: 1, up: 0, down: 1, complaints: [], comments: [], outcome: "answered", answer: "", passages: [passage("a"), passage("b", true), passage("c")], mine: null, demo: false,
};
const after = (...actions: DraftAction[]) => actions.reduce(draftReducer, beginDraft(item));
const sent = (...actions: DraftAction[]) => toRequest(after(...actions), { state: "done", verdict: "graded", durationMs: 10 }).grades;

describe("grading by keys", () => {
  test("a grade moves on to the next passage and stops at the last", () => {
    const draft = after({ type: "grade", relevance: 3 }, { type: "grade", relevance: 0 }, { type: "grade", relevance: 1 }, { type: "grade", relevance: 2 });
    expect([...draft.grades.values()].map((grade) => [grade.chunkId, grade.relevance])).toEqual([["a", 3], ["b", 0], ["c", 2]]);
    expect(draft.focus).toBe(2);
    expect(draft.dirty).toBe(true);
  });

  test("the answer is marked by sentences, forwards and backwards, and goes with a grade below 2", () => {
    const marked: DraftAction[] = [{ type: "mark" }, { type: "mark-move", by: 1, widen: false }, { type: "mark-move", by: 1, widen: true }, { type: "mark-keep" }];
    expect(sent(...marked)).toEqual([{ chunkId: "a", relevance: 3, span: { start: 105, end: 116 }, found: false }]);
    expect(sent({ type: "mark" }, { type: "mark-move", by: 9, widen: false }, { type: "mark-move", by: -9, widen: true }, { type: "mark-keep" })?.[0]?.span).toEqual({ start: 100, end: 116 });
    expect(sent(...marked, { type: "grade", relevance: 1 })?.[0]?.span).toBeNull();
  });

  test("“answer is right” takes what was quoted, and keeps what was graded otherwise", () => {
    expect(sent({ type: "grade", relevance: 0 }, { type: "right" })).toEqual([
      { chunkId: "a", relevance: 0, span: null, found: false },
      { chunkId: "b", relevance: 3, span: { start: 105, end: 109 }, found: false },
    ]);
  });

  test("a passage found by search is added once, as the answer; one that was there is graded", () => {
    const added = after({ type: "add", passage: passage("z") }, { type: "add", passage: passage("a") });
    expect(added.passages.map((each) => each.chunkId)).toEqual(["a", "b", "c", "z"]);
    expect(added.grades.get("z")).toMatchObject({ relevance: 3, found: true });
    expect(added.grades.get("a")).toMatchObject({ relevance: 3, found: false });
    expect(added.focus).toBe(0);
  });

  test("what was drafted before comes back", () => {
    const mine = { state: "draft" as const, verdict: null, grades: [{ chunkId: "b", relevance: 2, span: null, found: false }], note: "see c", flagged: true };
    const draft = beginDraft({ ...item, mine });
    expect(toRequest(draft, { state: "draft", verdict: null, durationMs: 0 })).toMatchObject({ grades: mine.grades, note: "see c", flagged: true });
    expect(draft.dirty).toBe(false);
  });
});
