/** @file Forms of a name: whatever the header has, the body's form of it is found, and ordinary words are left alone. */
import { expect, test } from "vitest";
import { findName } from "./name-forms";

const without = (text: string, name: string): string => {
  const covered = [...text];
  for (const { start, end } of findName(text, name)) covered.fill("_", start, end);
  return covered.join("").replace(/_+/g, "_");
};

test.each([
  ["MARK HOLT", "Mark led it. HOLT signed. mark holt wrote.", "_ led it. _ signed. _ wrote."],
  ["Mark Holt", "MARK led Mark's team; remark the marking of benchmarks, holt", "_ led _ team; remark the marking of benchmarks, holt"],
  ["Anne-Marie Dubois-Keller", "Marie, Anne Marie and Dubois; Keller's plan by ANNE-MARIE", "_, _ and _; _ plan by _"],
  ["van der Berg, Jan", "Jan van der Berg drove a van; Van der Berg, Berg and Jan", "_ drove a van; _, _ and _"],
  ['Jan "Johnny" Smit', "Johnny and Smit; Smit, Jan", "_ and _; _"],
  ["José Müller (he/him)", "Jose Mueller; MULLER and JOSÉ; he built it", "_; _ and _; he built it"],
  ["Ida Brandt, MSc, PMP", "MSc in physics, PMP; Brandt", "MSc in physics, PMP; _"],
  ["AI BO", "Bo built AI for Ai; BOM, bo", "_ built AI for _; BOM, bo"],
  ["Dr. Liam O'Brien", "O'Brien's design, Brien stays, Dr. No", "_ design, Brien stays, Dr. No"],
])("%s", (name, text, left) => expect(without(text, name)).toBe(left));

test.each(["李明（Li Ming）", "李明 Li Ming", "Li Ming (李明)", "Li Ming 李明"])("each script of %s by itself, also right beside Chinese", (name) => {
  expect(without("李明带队，李 明编写，Li Ming编写，Ming Li signed", name)).toBe("_带队，_编写，_编写，_ signed");
});

test("no name, no place", () => {
  expect(["", "  ", "()", "李", "(he/him)"].map((name) => findName("A (he/him) 李 text", name))).toEqual([[], [], [], [], []]);
});
