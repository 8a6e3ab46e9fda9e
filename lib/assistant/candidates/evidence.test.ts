import { describe, expect, test } from "vitest";
import type { ChunkId, DocumentId } from "../../core/types";
import type { Passage } from "../../knowledge/types";
import { evidenceLines, wordEvidence } from "./evidence";
import type { RequestPart } from "./parse-request";
import { UNKNOWN_PERSON } from "./person";

const skill = (label: string): RequestPart => ({ kind: "skill", label, alternatives: [label], minYears: null });

function lines(text: string) {
  const passage: Passage = { id: "cv.0" as ChunkId, documentId: "cv" as DocumentId, documentTitle: "CV", source: "cv.md", kind: "resume", language: "en", ordinal: 0, start: 0, end: text.length, page: null, headings: [], text };
  return evidenceLines([passage], UNKNOWN_PERSON);
}

describe("what words alone show", () => {
  test("a technology named in the request is evidence, whatever stands beside it", () => {
    const found = wordEvidence(skill("PLC programming"), lines("I wrote the PLC code and pulled the last cable.\n"), UNKNOWN_PERSON);
    expect(found.met).toBe(true);
    expect(found.lines[0]?.text).toContain("PLC code");
  });

  test("an everyday word of the request is not: 'project management' is not shown by 'project'", () => {
    expect(wordEvidence(skill("project management"), lines("One project was late.\n"), UNKNOWN_PERSON).met).toBe(false);
  });

  test("every technology asked for must be there", () => {
    expect(wordEvidence(skill("SAP and EPLAN drawings"), lines("Ten years of SAP.\n"), UNKNOWN_PERSON).met).toBe(false);
  });

  test("the phrase itself counts most", () => {
    const phrase = wordEvidence(skill("ductile iron"), lines("Poured ductile iron for nine years.\n"), UNKNOWN_PERSON);
    const apart = wordEvidence(skill("ductile iron"), lines("Iron, some of it ductile.\n"), UNKNOWN_PERSON);
    expect(phrase.strength).toBeGreaterThan(apart.strength);
  });
});
