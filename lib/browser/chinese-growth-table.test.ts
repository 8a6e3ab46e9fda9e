/** @file Every whole sentence that lib/server/growth says to a person has its Chinese; particulars are kept. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { chineseDetail } from "./chinese-details-table";

const folder = path.join(import.meta.dirname, "../server/growth");
const said = readdirSync(folder).filter((name) => name.endsWith(".ts")).flatMap((name) => [...readFileSync(path.join(folder, name), "utf8").matchAll(/userMessage: "([^"]+)"/g)].map(([, sentence = ""]) => sentence));

it("knows every whole sentence of growth", () => {
  expect(said.length).toBeGreaterThan(15);
  expect(said.filter((sentence) => chineseDetail(sentence) === null)).toEqual([]);
});

it.each([
  ["This request has been answered or taken back.", "该请求已被答复或撤回。"],
  ["Your card does not offer to mentor. Change it first.", "您的导师卡未选择担任导师，请先更改导师卡。"],
  ["陆景渊 has no place left now.", "陆景渊目前名额已满。"],
  ["The first line names the columns; missing: title, skills. Others: id, sites.", "首行应为列名，缺少：title、skills。其他列：id、sites。"],
  ["No line could be read. Line 3: people: must be a whole number; years: must be at most 60", "没有可读取的内容。第 3 行：people：应为整数；years：不得大于 60"],
  ["No plan fulfils all of this. It would work with all of these together: 6 hours a week instead of 3; courses in Chinese and German as well.", "没有计划能同时满足这些条件。可行的办法：需同时做到：每周学习 6 小时，而不是 3 小时；也接受中文和德语课程。"],
  ["Within these limits no step brings you closer. A first step becomes possible with mentoring as well, or with travelling to sessions in Leeds, Suzhou.", "在这些条件下，还没有能让您更接近目标的步骤。满足以下任一条件，就可以迈出第一步：也安排带教；或者可以到 Leeds、Suzhou 上课。"],
])("%s", (english, chinese) => expect(chineseDetail(english)).toBe(chinese));
