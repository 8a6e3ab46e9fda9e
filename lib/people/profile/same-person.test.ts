/**
 * @file When two résumés may be one person's, and when they are not said to be.
 */
import { describe, expect, it } from "vitest";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { nameKey, personKeys } from "./person-keys";
import { readProfile } from "./read-profile";
import { sameReasons } from "./same-person";

async function profileOf(name: string, contact: string, jobs: string) {
  const text = `# ${name}\n\nBuyer\n\nLeeds, UK | ${contact}\n\n## Work\n\n${jobs}\n`;
  const document = await extractDocument(new TextEncoder().encode(text), "cv.md");
  return { text: document.text, profile: readProfile(document, { source: "cv.md", asOf: "2026-03", taxonomy: null }) };
}

const JOBS = "### Buyer, Norrland Castings Ltd, 2016 – 2019";

describe("sameReasons", () => {
  it("finds a shared address and number in any spelling, with both places", async () => {
    const one = await profileOf("Ida Brandt", "Ida.Brandt@example.test | +44 7700 900999", JOBS);
    const two = await profileOf("I. M. Brandt", "ida.brandt@example.test | 07700 900999", "### Clerk, Harbour Foods plc, 2012 – 2014");
    const reasons = sameReasons(one.profile, two.profile);
    expect(reasons.map((reason) => [reason.kind, one.text.slice(reason.here.start, reason.here.end), two.text.slice(reason.there.start, reason.there.end)])).toEqual([
      ["email", "Ida.Brandt@example.test", "ida.brandt@example.test"],
      ["phone", "+44 7700 900999", "07700 900999"],
    ]);
  });

  it("takes a shared name for a reason only with a shared job", async () => {
    const one = await profileOf("Ida Brandt", "a@example.test", JOBS);
    const namesake = await profileOf("Ida Brandt", "b@example.test", "### Buyer, Harbour Foods plc, 2016 – 2019");
    const later = await profileOf("Ida Brandt", "b@example.test", "### Buyer, Norrland Castings Ltd, 2021 – 2023");
    const again = await profileOf("IDA BRANDT", "b@example.test", "### Senior buyer, Norrland Castings, 05/2018 – present");
    expect([namesake, later, again].map((other) => sameReasons(one.profile, other.profile).map((reason) => reason.kind))).toEqual([[], [], ["name-and-job"]]);
  });
});

describe("personKeys", () => {
  it("gives one spelling", async () => {
    const { profile } = await profileOf("Zoë Müller", "zoe@example.test | 0049 (0)30 231 250 77", JOBS);
    expect(personKeys(profile)).toEqual([{ kind: "email", key: "zoe@example.test" }, { kind: "phone", key: "023125077" }, { kind: "name", key: "muller zoe" }]);
    expect([nameKey("Müller, Zoe"), nameKey("Dr. Zoe Muller"), nameKey("陈 雨桐"), nameKey("Ida")]).toEqual(["muller zoe", "muller zoe", "陈雨桐", ""]);
  });
});
