/** @file Masked text: as long as before, nothing of the person left, everything else in its place. */
import { expect, test } from "vitest";
import type { Profile } from "../profile/types";
import { COVER, coverWords, maskText } from "./mask-text";

const at = (text: string, value: string) => ({ value, span: { start: text.indexOf(value), end: text.indexOf(value) + value.length } });
const NOBODY: Pick<Profile, "name" | "contacts" | "personal"> = { name: null, contacts: [], personal: [] };

test("name, its parts, contacts and gendered words are covered; spans still fit", () => {
  const text = "Mirthe van Alkemade\nmirthe@example.test · +31 6 1234 5678\nBorn 1990\nShe led the PLC team. ALKEMADE wrote S7 code; alkemadeite is a stone.";
  const masked = maskText(text, { name: at(text, "Mirthe van Alkemade"), contacts: [], personal: [{ ...at(text, "Born 1990"), kind: "birth" }] });
  expect(masked).toHaveLength(text.length);
  expect(masked).not.toMatch(/Mirthe|Alkemade|ALKEMADE|example|1234|1990|She/);
  const quote = "led the PLC team";
  expect(masked.slice(text.indexOf(quote), text.indexOf(quote) + quote.length)).toBe(quote);
  expect(masked).toContain("alkemadeite is a stone");
  expect(masked.split("\n")).toHaveLength(4);
});

test("a Chinese name as a whole, also where it is spaced; 她 goes, 她们 stays", () => {
  const text = "沈 若棠\n性别：女\n她负责调试。她们是供应商。沈阳分公司";
  const masked = maskText(text, NOBODY, "沈若棠");
  expect(masked).toBe(`${COVER} ${COVER}${COVER}\n性别：${COVER}\n${COVER}负责调试。她们是供应商。沈阳分公司`);
});

test("without anything known about the person, contact data still goes", () => {
  expect(maskText("Call 0044 113 496 0000 or see https://example.test/me for 12 years of work", NOBODY)).toMatch(/^Call █+( █+)+ or see █+ for 12 years of work$/);
});

test("gendered words are those that scoring takes out", () => {
  const masked = maskText("Chairwoman of the women's network, waitress, mother of two, sorority; 女子篮球队 队长", NOBODY);
  expect(masked).not.toMatch(/woman|women|waitress|mother|sorority|女/);
  expect(masked).toContain("network");
  expect(maskText("They kept the women's wear department; a manager", NOBODY)).toBe("They kept the women's wear department; a manager");
});

test("what people wrote: covers of one length, titles without gender", () => {
  expect(coverWords("Chairwoman Anna Quillmoor (she) beats bo: ask anna@quillmoor.test; Bo's note", ["ANNA QUILLMOOR", "Bo Tanager"])).toBe("Chairperson ███ (███) beats bo: ask ███; ███ note");
  expect(coverWords("李明比王芳好，他会德语", ["李明（Li Ming）", "王芳"])).toBe("███比███好，███会德语");
});

test.each([
  "Engineer, Bank (2015 - 2020)", "2015.03 - 2020.05 上海某某科技有限公司", "2015年3月－2020年5月", "2015-2018 2018-2020", "ISO 9001-2015 14001-2015", "03/2015 - 05/2020 and 01.02.2015 - 03.04.2019",
  "2015/03-2020/05", "order 4500012345", "6ES7214-1AG40-0XB0", "budget of 1 250 000 000",
])("%s is no telephone number", (text) => expect(maskText(text, NOBODY)).toBe(text));

test.each(["+31 6 1234 5678", "0113 496 0000", "(0113) 496 0000", "13812345678", "138 1234 5678", "021-6888 1234", "+86 138-1234-5678", "00441134960000", "０１０－６８８８１２３４"])("%s is one", (number) => {
  expect(maskText(`Tel: ${number}`, NOBODY)).toMatch(/^Tel: [█\s]+$/);
});

test("a number beside dates goes, the dates stay", () => {
  expect(maskText("2015 - 2020\n0113 496 2015\n2021 - 2022 +31 6 1234 2019", NOBODY)).toBe("2015 - 2020\n████ ███ ████\n2021 - 2022 ███ █ ████ ████");
});
