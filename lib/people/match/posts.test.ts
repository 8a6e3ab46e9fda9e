/** @file A break between posts is no work, is not taken into the next post, and what it was for is no evidence. */
import { describe, expect, it } from "vitest";
import { createTaxonomy } from "../taxonomy/create-taxonomy";
import { readPlainResume } from "./plain-resume";
import { subjectOfDocument } from "./subject-of-profile";

const taxonomy = createTaxonomy([]);

async function read(work: string) {
  const { items, monthsOfWork } = subjectOfDocument(await readPlainResume(`# Ida Brandt\n\n## Employment\n\n${work}\n`), { taxonomy, asOf: "2026-03" });
  return { monthsOfWork, posts: items.filter(({ kind }) => kind === "job").map(({ canonical, work: range }) => [canonical, range && range.to - range.from]), text: items.map(({ text }) => text).join("\n") };
}

const BEFORE = "Tester\n\nNorrland Castings, 2006–2010\n\n- Tested pumps";
const AFTER = "Senior tester\n\nHarbour Foods, 2012–2016\n\n- Tested valves";

describe("a break", () => {
  it.each([
    ["Career break\n\ntwo children, 2010–2012", /children|break/i],
    ["Parental leave, 2010–2012", /parental/i],
    ["育儿\n\n2010–2012 两个孩子", /育儿|孩子/],
  ])("%j is no post and says nothing", async (said, words) => {
    const [without, withBreak] = [await read(`${AFTER}\n\n${BEFORE}`), await read(`${AFTER}\n\n${said}\n\n${BEFORE}`)];
    expect(withBreak).toEqual(without);
    expect(withBreak.text).not.toMatch(words);
    expect(withBreak.posts.every(([, months]) => months === 48)).toBe(true);
  });

  it("is not what a title names", async () => {
    expect((await read("HR officer (maternity cover), Harbour Foods, 2012–2014")).posts).toEqual([[expect.stringContaining("hr officer"), 24]]);
  });
});
