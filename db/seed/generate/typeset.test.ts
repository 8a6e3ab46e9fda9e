import { describe, expect, it } from "vitest";
import { faceFor, textWidth } from "./fonts";
import type { TextStyle } from "./fonts";
import { breakLines } from "./typeset";

const STYLE: TextStyle = {
  family: "sans",
  weight: "regular",
  sizePt: 10,
  color: "#000000",
  leading: 1.4,
  language: "en",
};
const linesOf = (text: string, widthPt: number, style = STYLE): string[] =>
  breakLines([{ text, style }], widthPt).map((line) => line.segments.map((s) => s.text).join(""));

describe("breakLines", () => {
  it("keeps every character but the spaces at line ends, and every line within the width", () => {
    const text = "Tuned four synchronised gate drives, 负责防洪闸控制柜的厂内联调, then wrote it down.";
    const lines = breakLines([{ text, style: STYLE }], 120);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.widthPt).toBeLessThanOrEqual(120);
    const joined = lines.map((line) => line.segments.map((s) => s.text).join("")).join("");
    expect(joined.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  });

  it("starts no line with a Chinese closing mark and ends none with an opening one", () => {
    for (let width = 40; width < 140; width += 7) {
      for (const line of linesOf("（一）闸门，启闭机；（二）控制柜、传感器。（三）现场服务。", width, {
        ...STYLE,
        language: "zh",
      })) {
        expect(line).not.toMatch(/^[，。、；）]/);
        expect(line).not.toMatch(/（$/);
      }
    }
  });

  it("does not part a word that two styles share", () => {
    const bold = { ...STYLE, weight: "bold" as const };
    const runs = [
      { text: "aaa bbb", style: STYLE },
      { text: "ccc", style: bold },
    ];
    const width = textWidth("aaa bbb", faceFor("a", STYLE), 10) + 2;
    const lines = breakLines(runs, width).map((line) => line.segments.map((s) => s.text).join(""));
    expect(lines).toEqual(["aaa", "bbbccc"]);
  });

  it("cuts a word that is wider than the column", () => {
    const lines = linesOf("someone.with.a.long.address@example.org", 60);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join("")).toBe("someone.with.a.long.address@example.org");
  });

  it("obeys a forced line end, also an empty line", () => {
    expect(linesOf("a\n\nb", 100)).toEqual(["a", "", "b"]);
  });
});

describe("faceFor", () => {
  it("gives Latin and Chinese different faces, and English quotation marks a narrow one", () => {
    expect(faceFor("a", STYLE).name).toContain("latin");
    expect(faceFor("闸", STYLE).name).toContain("chinese");
    const english = faceFor("“", STYLE);
    const chinese = faceFor("“", { ...STYLE, language: "zh" });
    expect(textWidth("“", english, 10)).toBeLessThan(textWidth("“", chinese, 10));
  });

  it("names the character that no face has", () => {
    expect(() => faceFor("\u{1F600}", STYLE)).toThrow("U+1f600");
  });
});
