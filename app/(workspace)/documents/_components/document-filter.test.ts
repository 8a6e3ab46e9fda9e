/** @file The list shows what was asked for, in an order that does not depend on how documents arrived. */
import { describe, expect, it } from "vitest";
import type { DocumentView } from "@/lib/contracts/documents";
import { filterDocuments, NO_FILTER } from "./document-filter";

const document = (id: string, change: Partial<DocumentView>): DocumentView => ({
  id,
  title: id,
  source: `${id}.md`,
  kind: "policy",
  mediaType: "text/markdown",
  status: "ready",
  progress: null,
  warnings: [],
  error: null,
  terms: null,
  versions: 0,
  sizeBytes: 1,
  pages: null,
  chunks: 1,
  language: "en",
  ocr: null,
  acl: ["role:employee"],
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  can: { manage: false, delete: false },
  ...change,
});
const documents = [
  document("b", { title: "Sick leave", status: "failed" }),
  document("a", { title: "Annual leave", source: "LEAVE-2026.pdf", createdAt: "2026-02-01T00:00:00.000Z" }),
  document("c", { title: "年假管理办法", kind: "course", status: "queued" }),
];
const ids = (filter: Partial<typeof NO_FILTER>) =>
  filterDocuments(documents, { ...NO_FILTER, ...filter }).map(({ id }) => id);

describe("filterDocuments", () => {
  it("lists newest first, equals by id", () => expect(ids({})).toEqual(["a", "b", "c"]));
  it("finds words in title and file name, in any order and case", () => {
    expect(ids({ words: "2026 annual" })).toEqual(["a"]);
    expect(ids({ words: "年假" })).toEqual(["c"]);
  });
  it("tells what works from what needs someone", () => {
    expect(ids({ status: "attention" })).toEqual(["b"]);
    expect(ids({ status: "working" })).toEqual(["c"]);
  });
  it("sorts by title when asked", () => expect(ids({ order: "title", kind: "policy" })).toEqual(["a", "b"]));
});
