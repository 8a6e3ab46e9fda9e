/**
 * @file Sentences: the rules by example, and the properties by generated texts.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "./sentences";

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("splitSentences", () => {
  it.each([
    ["Leave is paid. Ask Dr. Amsel first.", ["Leave is paid.", "Ask Dr. Amsel first."]],
    ["It costs 3.5 euros, e.g. for lunch. That is all!", ["It costs 3.5 euros, e.g. for lunch.", "That is all!"]],
    ["J. Marlow signs. He is in the U.S. The form is blue.", ["J. Marlow signs.", "He is in the U.S.", "The form is blue."]],
    ["1. Tell us. 2. Wait.", ["1. Tell us.", "2. Wait."]],
    ["See no. 4 for pens, rulers, etc. Employees pay nothing.", ["See no. 4 for pens, rulers, etc.", "Employees pay nothing."]],
    ['She said "Stop." Then (as agreed.) we left.', ['She said "Stop."', "Then (as agreed.) we left."]],
    ["Really?! Yes… we do. Go to people.example.test now.", ["Really?!", "Yes… we do.", "Go to people.example.test now."]],
    ["年假十五天。满五年后增加！为什么？见第三条。", ["年假十五天。", "满五年后增加！", "为什么？", "见第三条。"]],
    ["他说：“可以。”然后离开。共3.5天。", ["他说：“可以。”", "然后离开。", "共3.5天。"]],
    ["使用Node.js开发。Done!下一步", ["使用Node.js开发。", "Done!", "下一步"]],
    ["- first item\n- second. Third.\n\nGrade | Pay. | Note.\n", ["- first item", "- second.", "Third.", "Grade | Pay. | Note."]],
  ])("%s", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it("stays inside the span it is given", () => {
    const text = "One. Two. Three.";
    expect(splitSentences(text, { start: 5, end: 9 })).toEqual([{ start: 5, end: 9 }]);
  });

  it("covers all visible text, in order, without overlap or outer white space", () => {
    const piece = fc.constantFrom("Leave ", "is 3.5 days. ", "e.g. ", "Dr. ", "No", "? ", "\n", "\n\n", " | ", "年假", "。", "“好”", "（一）", "；", "…", "1. ", "A.", "!”", "\u3000", "x");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        let at = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(at, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});
