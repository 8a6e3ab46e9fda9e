/** @file A language at a lower rung than the one asked for is shown, but does not meet it. */
import { expect, it } from "vitest";
import { BASE_TAXONOMY } from "../taxonomy/base-taxonomy";
import { readRequirements } from "../requirements/read-requirements";
import { BASE_RULESET } from "./base-ruleset";
import { prepareRequest, scoreSubject } from "./score-subject";
import { subjectOfDocument } from "./subject-of-profile";
import { extractDocument } from "../../knowledge/extract/extract-document";

it.each([
  ["German C1", true],
  ["German B2", true],
  ["German B1", false],
  ["German A2", false],
  ["German (native)", true],
  ["德语C1", true],
])("asked for German at B2, a résumé says %s", async (said, met) => {
  const { requirements } = readRequirements("# Nurse\n\nRequirements\n- German at B2 or better\n", { taxonomy: BASE_TAXONOMY });
  expect(requirements).toMatchObject([{ kind: "language", level: expect.stringMatching(/b2/) as unknown }]);
  const document = await extractDocument(new TextEncoder().encode(`# Ida Brandt\n\n## Languages\n\n- ${said}\n- English\n`), "cv.md");
  const card = scoreSubject(subjectOfDocument(document, { taxonomy: BASE_TAXONOMY, asOf: "2026-03" }), prepareRequest({ requirements, title: null }, { ruleset: BASE_RULESET, taxonomy: BASE_TAXONOMY }));
  expect(card.parts.find(({ kind }) => kind === "language")?.met).toBe(met);
});
