import { describe, expect, test } from "vitest";
import type { Turn } from "../types";
import { makeWhole } from "../understand/follow-up";
import { parseRequest } from "./parse-request";
import { refineRequest } from "./refine-request";
import { candidateIntent } from "./request-intent";

const turn = (question: string, outcome: Turn["outcome"] = "candidates"): Turn => ({ question, understoodAs: null, outcome, documents: [] });
const shown = (request: string | null) => parseRequest(request ?? "").map(({ kind, label }) => `${kind}: ${label}`);

const welder = turn("Find me a welder with TIG in Rotterdam, at least 5 years");

describe("a list of people is narrowed or changed", () => {
  test.each([
    ["only those with Spanish", ["role: welder", "skill: TIG", "language: Spanish", "years: at least 5 years", "place: Rotterdam"]],
    ["and in Leeds?", ["role: welder", "skill: TIG", "years: at least 5 years", "place: Leeds"]],
    ["Leeds?", ["role: welder", "skill: TIG", "years: at least 5 years", "place: Leeds"]],
    ["which of them speak German or Dutch?", ["role: welder", "skill: TIG", "language: German / Dutch", "years: at least 5 years", "place: Rotterdam"]],
    ["but no agency people", ["role: welder", "skill: TIG", "years: at least 5 years", "place: Rotterdam", "without: not agency"]],
    ["ideally with a forklift licence", ["role: welder", "skill: TIG", "certificate: forklift licence", "years: at least 5 years", "place: Rotterdam"]],
    ["at least 10 years", ["role: welder", "skill: TIG", "years: at least 10 years", "place: Rotterdam"]],
    ["what about an electrician?", ["role: electrician", "skill: TIG", "years: at least 5 years", "place: Rotterdam"]],
  ])("%s", (question, parts) => {
    const refined = refineRequest(question, welder);
    expect(shown(refined)).toEqual(parts);
    expect(candidateIntent(refined ?? "")).toBe("strict");
  });

  test.each([
    ["其中谁会德语？", ["role: 焊工", "language: 德语"]],
    ["那会德语的呢？", ["role: 焊工", "language: 德语"]],
    ["还要有叉车证", ["role: 焊工", "certificate: 叉车证"]],
  ])("%s", (question, parts) => {
    expect(shown(refineRequest(question, turn("找一个焊工")))).toEqual(parts);
  });

  test("twice: the second goes on from the first", () => {
    const first = makeWhole("only those with Spanish", [welder]);
    const second = makeWhole("and in Leeds?", [welder, { ...turn("only those with Spanish"), understoodAs: first.question }]);
    expect(shown(second.question)).toEqual(["role: welder", "skill: TIG", "language: Spanish", "years: at least 5 years", "place: Leeds"]);
  });

  test("a search that found nobody goes on too", () => {
    expect(shown(refineRequest("and in Leeds?", turn("Find me a welder in Rotterdam", "none")))).toEqual(["role: welder", "place: Leeds"]);
  });
});

describe("is left alone", () => {
  test.each(["How many days of annual leave do I have?", "what is the notice period?", "how do we interview fairly?", "and how long is probation?", "EPLAN", "Find me an electrician", "thanks", "试用期多久？", "报销流程是什么？", "帮我找一个会计"])("%s", (question) => {
    expect(refineRequest(question, welder)).toBeNull();
  });

  test("after an answer about policies", () => {
    expect(refineRequest("and in Leeds?", turn("How long is probation in Rotterdam?", "answered"))).toBeNull();
    expect(refineRequest("and in Leeds?", turn("How long is probation in Rotterdam?", "none"))).toBeNull();
  });
});
