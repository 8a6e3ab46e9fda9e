/** @file What the reader of skill tables says of a wrong one has its Chinese, line by line. */
import { expect, it } from "vitest";
import { BASE_TAXONOMY } from "../people/taxonomy/base-taxonomy";
import { readCompanyCsv, withCompanySkills } from "../people/taxonomy/company-skills";
import { chineseDetail } from "../browser/chinese-details-table";

it.each([
  "skill\nA\n",
  "kind\ncraft\n",
  "name\n",
  "name,parent\nA,No such\nB,B\n",
  "name\nA,B\n",
  'name,aliases\nA1,x\n,y\n"!",z\nA1,q\n',
  "name,aliases\nSluice rigging,Python\n",
])("%j", (csv) => {
  const said = (() => {
    try {
      withCompanySkills(BASE_TAXONOMY, readCompanyCsv(csv));
    } catch (error) {
      return error instanceof Error ? error.message : "";
    }
    return "";
  })();
  expect(said).not.toBe("");
  const lines = chineseDetail(said)?.split("\n") ?? [];
  expect(lines).toHaveLength(said.split("\n").length);
  for (const line of lines) expect(line).toMatch(/\p{Script=Han}/u);
});
