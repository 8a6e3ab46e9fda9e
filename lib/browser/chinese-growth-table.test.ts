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
  ["陆景渊 has no place left now.", "陆景渊目前名额已满。"],
  ["The first line names the columns; missing: title, skills. Others: id, sites.", "首行应为列名，缺少：title、skills。其他列：id、sites。"],
  ["No line could be read. Line 3: people: expected number", "没有可读取的内容。第 3 行：people: expected number"],
])("%s", (english, chinese) => expect(chineseDetail(english)).toBe(chinese));
