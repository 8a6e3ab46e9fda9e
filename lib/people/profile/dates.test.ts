/**
 * @file Forms of dates: what each is read as, and what is no date.
 */
import { describe, expect, it } from "vitest";
import { findDates, findRanges, toIsoMonth } from "./dates";
import { parseText } from "./parse-text";

const ranges = (text: string): string[] =>
  findRanges(parseText(text)).map((range) => `${toIsoMonth(range.first.from)} ${range.last ? toIsoMonth(range.last.to - 1) : "present"} ${text.slice(range.start, range.end).replace("\n", "⏎")}`);

describe("findRanges", () => {
  it.each([
    ["Mar 2019 – Present", "2019-03 present"],
    ["Sept. 2004 to June 2011", "2004-09 2011-06"],
    ["03/2019 - 11/2020", "2019-03 2020-11"],
    ["01-2019 – today", "2019-01 present"],
    ["2018-06 → today", "2018-06 present"],
    ["2019.03-至今", "2019-03 present"],
    ["2019.05 – 今", "2019-05 present"],
    ["2019年3月至2021年5月", "2019-03 2021-05"],
    ["2019年3月-6月", "2019-03 2019-06"],
    ["2015 to 2017", "2015-01 2017-12"],
    ["2014–16", "2014-01 2016-12"],
    ["’19\u2009–\u2009now", "2019-01 present"],
    ["2012–’19", "2012-01 2019-12"],
    ["January – May 2015", "2015-01 2015-05"],
    ["Summer 2018 - Fall 2019", "2018-06 2019-11"],
    ["since 2015", "2015-01 present"],
    ["2011 onwards", "2011-01 present"],
    ["between 2012 and 2015", "2012-01 2015-12"],
    ["15.03.2019 – 31.08.2020", "2019-03 2020-08"],
    ["3/15/2019 - 8/31/2020", "2019-03 2020-08"],
    ["09/2013 ï¼ Current", "2013-09 present"],
    ["January 2013\nto\nCurrent", "2013-01 present"],
    ["2017.05—2025.09 苏州", "2017-05 2025-09"],
    ["2016/9~2020/7", "2016-09 2020-07"],
  ])("%s", (text, expected) => expect(ranges(text)[0]?.split(" ").slice(0, 2).join(" ")).toBe(expected));

  it.each(["2020 to 2018", "call 2015-2016-77", "Server 2008 and 2012", "grew 2010% to 2015%", "€2,015 to 2,017", "version 3.2019"])("%s is none", (text) => expect(ranges(text)).toEqual([]));

  it("finds several, in order, with their places", () => {
    expect(ranges("A 2010-2012, B 03/2013 – 04/2014; C since 2015")).toEqual(["2010-01 2012-12 2010-2012", "2013-03 2014-04 03/2013 – 04/2014", "2015-01 present since 2015"]);
  });
});

describe("findDates", () => {
  it("reads single dates", () => {
    const read = (text: string) => findDates(parseText(text)).map((date) => `${toIsoMonth(date.from)} ${date.precision}`);
    expect(read("BSc, May 2004; Spring 2016; 2007; 2018年夏; 12 March 2011")).toEqual(["2004-05 month", "2016-03 season", "2007-01 year", "2018-06 season", "2011-03 month"]);
    expect(read("the may flower, 20155, 1.2003.4, $2010")).toEqual([]);
  });
});
