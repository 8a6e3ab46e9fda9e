/** @file When a document's age is a task: pure days, no database. */
import { describe, expect, it } from "vitest";
import type { DocumentId } from "../../core/types";
import { occasionsOf } from "./sweep";

const A = "a" as DocumentId;
const B = "b" as DocumentId;

describe("occasionsOf", () => {
  const ageing = (changes: object) => ({ id: A, createdAt: new Date("2026-01-01T12:00:00"), reviewMonths: null, reviewedOn: null, validFrom: null, validUntil: null, successorId: null, ...changes });
  it.each([
    [{ reviewMonths: 6, reviewedOn: "2026-01-01" }, ["review:2026-07-01"], "2026-06-17"],
    [{ reviewMonths: 6, reviewedOn: "2026-01-01" }, [], "2026-06-16"],
    [{ reviewMonths: 3 }, ["review:2026-04-01"], "2026-06-15"],
    [{ reviewMonths: 3, validUntil: "2026-01-31" }, [], "2026-06-15"],
    [{ validUntil: "2026-07-15" }, ["expiring:2026-07-15"], "2026-06-15"],
    [{ validUntil: "2026-07-16" }, [], "2026-06-15"],
    [{ validUntil: "2026-07-01", successorId: B }, [], "2026-06-15"],
    [{ reviewMonths: 1, reviewedOn: "2020-01-01", successorId: B }, [], "2026-06-15"],
  ])("%j → %j on %s", (changes, expected, today) => {
    expect(occasionsOf(ageing(changes), today).map(({ kind, dueOn }) => `${kind}:${dueOn ?? ""}`)).toEqual(expected);
  });
});
