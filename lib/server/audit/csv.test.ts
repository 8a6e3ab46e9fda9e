import { csvParse } from "d3-dsv";
import { expect, test } from "vitest";
import type { AuditLine } from "../../contracts/audit";
import { CSV_HEAD, csvRow } from "./csv";

const line: AuditLine = {
  seq: 7,
  at: "2026-03-04T05:06:07.089Z",
  actor: { type: "person", id: "u-ada", roles: ["employee", "recruiter"] },
  action: "document.opened",
  object: { kind: "document", id: "d1" },
  facts: { kind: "resume" },
  address: "192.0.2.0/24",
  previousHash: "0".repeat(64),
  hash: "f".repeat(64),
};
const parse = (changed: Partial<AuditLine>, names = { accounts: {}, documents: {} }) => csvParse(CSV_HEAD + csvRow({ ...line, ...changed }, names))[0];

test("a row reads back to what the line says, names beside ids", () => {
  const names = { accounts: { "u-ada": 'Ada "Countess", née Byron' }, documents: { d1: "First line\nsecond" } };
  expect(parse({}, names)).toEqual({
    seq: "7", time: line.at, person: 'Ada "Countess", née Byron', person_id: "u-ada", roles: "employee recruiter", action: "document.opened",
    object: "document", object_name: "First line\nsecond", object_id: "d1", facts: '{"kind":"resume"}', address: "192.0.2.0/24", previous_hash: line.previousHash, hash: line.hash,
  });
});

test("the erased, the gone, the system and the unknown are told apart", () => {
  expect(parse({})).toMatchObject({ person: "erased person", object_name: "gone, or not open to you" });
  expect(parse({ object: { kind: "account", id: "u-x" } })).toMatchObject({ object_name: "erased person" });
  expect(parse({ actor: { type: "system", id: "cadre ingest", roles: [] } })).toMatchObject({ person: "Cadre (cadre ingest)" });
  expect(parse({ actor: { type: "nobody", id: null, roles: [] } })).toMatchObject({ person: "nobody signed in", person_id: "" });
});

test("a title that a spreadsheet would run as a formula is text", () => {
  for (const title of ["=HYPERLINK(1)", "+1", "-1", "@x", "\t=1"]) expect(parse({}, { accounts: {}, documents: { d1: title } })?.["object_name"]).toBe(`'${title}`);
});
