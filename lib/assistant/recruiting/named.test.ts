/** @file Names in questions: openings by most of their title, people by what only they are called. */
import { expect, test } from "vitest";
import { namedOpening, namedPeople } from "./named";

const openings = ["PLC commissioning engineer", "CNC machinist, horizontal boring", "电控柜调试工程师"].map((name, i) => ({ id: String(i), name }));
const people = ["Marta Lindqvist Brandão", "Greta Hollenbach", "Greta Lindqvist", "郭砚舟"].map((name, i) => ({ id: String(i), name }));

test.each([
  ["who fits the PLC commissioning opening best?", "PLC commissioning engineer"],
  ["who is best for the cnc machinist job", "CNC machinist, horizontal boring"],
  ["谁最适合电控柜调试工程师？", "电控柜调试工程师"],
  ["who fits the engineer job", undefined],
])("%s", (question, title) => expect(namedOpening(question, openings)?.name).toBe(title));

test("a first name that two people share names neither; accents may be left out", () => {
  expect(namedPeople("why is Hollenbach above Brandao?", people).map(({ name }) => name)).toEqual(["Greta Hollenbach", "Marta Lindqvist Brandão"]);
  expect(namedPeople("does Greta know PLC?", people)).toEqual([]);
  expect(namedPeople("郭砚舟会德语吗", people).map(({ id }) => id)).toEqual(["3"]);
});
