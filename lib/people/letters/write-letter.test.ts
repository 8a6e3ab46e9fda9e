/** @file Letters: quotations only from what work shows, gaps only where must-haves are missing, no name while it is hidden. */
import { expect, test } from "vitest";
import { shortlistReason } from "./shortlist-reason";
import { writeLetter, type LetterFacts, type LetterPart } from "./write-letter";

const part = (name: string, changes: Partial<LetterPart> = {}): LetterPart => ({ name, kind: "skill", mustHave: true, weight: 10, met: true, standing: "verified", evidence: [{ text: `- wrote ${name} programs` }], ...changes });
const FACTS: LetterFacts = {
  name: "Greta Hollenbach", opening: "PLC engineer", company: "Brightloom", from: "Cal Birt", keptUntil: "2027-05-01",
  parts: [part("TIA Portal"), part("German", { met: false, standing: "missing", evidence: [] }), part("Excel", { standing: "stated" }), part("Rotterdam", { kind: "place", met: false }), part("semantic-fit", { kind: "semantic-fit", mustHave: false })],
};

test("an invitation speaks of what work shows, quoted; a rejection of must-haves that were not found", () => {
  const invitation = writeLetter("invitation", "en", FACTS);
  expect(invitation.basis).toEqual([{ requirement: "TIA Portal", quote: "wrote TIA Portal programs" }]);
  expect(invitation.body).toContain("- TIA Portal: “wrote TIA Portal programs”");
  const rejection = writeLetter("rejection", "en", FACTS);
  expect(rejection.basis).toEqual([{ requirement: "German", quote: null }]);
  expect(rejection.body).toContain("did not find in your documents: German.");
  expect(rejection.body).toContain("until 2027-05-01");
  expect(writeLetter("progress", "en", FACTS).basis).toEqual([]);
});

test("in Chinese, without a name and without a score nothing is made up", () => {
  const { body, subject } = writeLetter("rejection", "zh", { ...FACTS, name: null, keptUntil: null, parts: [] });
  expect(subject).toBe("申请结果：PLC engineer");
  expect(body.startsWith("［姓名］，您好：")).toBe(true);
  expect(body).not.toContain("未能找到");
  expect(body).toContain("保存至［日期］");
});

test("the reason for a shortlist names what is shown and what is to be asked", () => {
  expect(shortlistReason(FACTS.parts, "en")).toBe("2 of 3 must-haves shown. TIA Portal (“wrote TIA Portal programs”); Excel (“wrote Excel programs”). To be asked: German");
  expect(shortlistReason([], "en")).toBe("");
});
