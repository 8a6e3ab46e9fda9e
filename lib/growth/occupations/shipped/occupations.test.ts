/** @file The shipped occupations: the table is whole, names in both languages find theirs, kinds are asked back, unknown ones are not guessed. */
import { describe, expect, it, test } from "vitest";
import { BASE_TAXONOMY } from "../../../people/taxonomy/base-taxonomy";
import { withCompanySkills } from "../../../people/taxonomy/company-skills";
import type { TaxonomyRow } from "../../../contracts/taggers";
import { baseOccupations } from "./base-occupations";
import { withCompanyOccupations } from "./company-occupations";
import { deriveTools } from "./derive-tools";
import { occupationIndex } from "./find-occupation";
import { occupationIn } from "./named-in";
import { foldOccupation } from "./occupation-names";
import lines from "./occupations.json";
import { readOccupation, shippedOccupations, withTools } from "./read-occupations";

const index = baseOccupations();
const idOf = (name: string): string => {
  const found = index.find(name);
  return found.kind === "one" ? found.occupation.id : found.kind;
};

describe("the table", () => {
  it("holds some 390 occupations, each with names in both languages and at least three skills that we know", () => {
    expect(index.all.length).toBeGreaterThan(380);
    expect(new Set(index.all.map(({ id }) => id)).size).toBe(index.all.length);
    for (const { title, zh, needs } of index.all) {
      expect(/\p{Script=Han}/u.test(title.zh) && zh.length > 0, title.en).toBe(true);
      expect(needs.length, title.en).toBeGreaterThanOrEqual(3);
      expect(Math.max(...needs.map(({ importance }) => importance)), title.en).toBe(1);
      expect(needs.every(({ any }) => BASE_TAXONOMY.byId(any[0] ?? "") !== null), title.en).toBe(true);
    }
  });

  it("no name belongs to two occupations, and each is found by every one of its names", () => {
    const owners = new Map<string, string>();
    for (const { id, en, zh } of index.all) {
      for (const name of [...en, ...zh]) {
        const folded = foldOccupation(name);
        expect(owners.get(folded) ?? id, name).toBe(id);
        owners.set(folded, id);
        expect(idOf(name), name).toBe(id);
      }
    }
  });

  it("refuses a line of another form and a skill that nobody knows", () => {
    expect(() => readOccupation("Data scientist|数据科学家|Python", BASE_TAXONOMY)).toThrow(/no occupation/);
    expect(() => readOccupation("15-2051.00|Data scientist|数据科学家|Haruspicy*|", BASE_TAXONOMY)).toThrow(/Haruspicy/);
  });

  it("keeps importance and level: essential, further, derived tools", () => {
    const [scientist] = index.all;
    expect(scientist?.needs.find(({ any }) => any[0] === "machine-learning")).toMatchObject({ importance: 1, level: 3, mustHave: true });
    expect(scientist?.needs.find(({ any }) => any[0] === "data-visualisation")).toMatchObject({ importance: 0.6, level: 2, mustHave: false });
    expect(scientist?.needs.find(({ any }) => any[0] === "pandas")).toMatchObject({ importance: 0.35 });
  });
});

describe("derived tools", () => {
  const csv = ["PK,O*NET-SOC Code,Title,Example,Hot Technology,In Demand", "1,15-2051.00,Data Scientists,Python,Y,Y", "2,15-2051.00,Data Scientists,The R Project,Y,N", "3,15-2051.00,Data Scientists,Haruspex,Y,Y", ...["11", "12", "13", "14", "16"].map((code, i) => `${i + 9},${code}-0000.00,X,Facebook,N,N`)].join("\n");
  it("are those in demand that our table knows; only the first occupation of a code gets them", () => {
    const tools = deriveTools(csv, BASE_TAXONOMY);
    expect(tools.get("15-2051.00")).toEqual(["python"]);
    expect(withTools(["15-2051.00|a|甲|SQL*|", "15-2051.00|b|乙|SQL*|old"], tools)).toEqual(["15-2051.00|a|甲|SQL*|python", "15-2051.00|b|乙|SQL*|"]);
    expect(() => deriveTools("a,b\n1,2", BASE_TAXONOMY)).toThrow(/lacks the columns/);
  });
  it("stand in the table for its first occupation of a code only", () => {
    const seen = new Set<string>();
    for (const line of lines) {
      const [code = "", , , , tools] = line.split("|");
      if (seen.has(code)) expect(tools, line).toBe("");
      seen.add(code);
    }
  });
});

describe("a name by itself", () => {
  it.each([
    ["data scientist", "data-scientist"], ["Senior Data-Scientists", "data-scientist"], ["数据科学家", "data-scientist"], ["高级数据科学家岗位", "data-scientist"],
    ["a paramedic", "paramedic"], ["急救员", "paramedic"], ["program manager", "programme-manager"], ["Career Counselor", "career-counsellor"], ["policemen", "police-officer"],
    ["nurse", "registered-nurse"], ["护士", "registered-nurse"], ["HRBP", "hr-business-partner"], ["IT technician", "it-support-specialist"],
  ])("%s is %s", (name, id) => expect(idOf(name)).toBe(id));

  it.each(["manager", "engineers", "driver", "teacher", "designer", "经理", "工程师", "老师", "司机", "senior manager"])("%s names several", (name) => {
    const found = index.find(name);
    expect(found.kind).toBe("several");
    if (found.kind === "several") expect(found.occupations.length).toBeGreaterThan(2);
  });

  it("nothing is guessed of an unknown name; what is nearest by letters or words is offered", () => {
    expect(index.find("paramedik")).toMatchObject({ kind: "none", nearest: [{ id: "paramedic" }] });
    expect(index.find("quantum gardener")).toMatchObject({ kind: "none", nearest: [{ id: "gardener" }] });
    for (const name of ["astronaut", "宇航员", "wizard", "", "x".repeat(500)]) expect(index.find(name)).toEqual({ kind: "none", nearest: [] });
  });
});

describe("in a sentence", () => {
  test.each([
    ["I'm a nurse and want to become a data scientist", "data-scientist"],
    ["我是护士，想当数据科学家", "data-scientist"],
    ["成为一名高级数据分析师我还差什么", "data-analyst"],
    ["Could I work as a translator?", "translator"],
    ["how far am I from being a pilot?", "pilot"],
    ["我想做采购", "buyer"],
  ])("%s aims at %s", (sentence, id) => expect(occupationIn(sentence, index)).toMatchObject({ occupation: { id }, isGoal: true }));

  test("a kind is named, not chosen", () => {
    expect(occupationIn("I want to be a manager", index)).toMatchObject({ occupation: null, text: "manager" });
    expect(occupationIn("我想当经理", index)).toMatchObject({ occupation: null, text: "经理" });
  });

  test.each(["can you host the meeting", "学习采购", "做采购订单审批", "My son wants to become a machinist with us", "as a software developer, how do I get into machine learning?", "where is the printer"])("%s names no goal", (sentence) => {
    expect(occupationIn(sentence, index)?.isGoal ?? false).toBe(false);
  });
});

describe("a company's own occupations", () => {
  const row = (name: string, related: string, more: Partial<TaxonomyRow> = {}): TaxonomyRow => ({ name, name_zh: "", kind: "occupation", aliases: "", aliases_zh: "", parent: "", related, ...more });
  it("add to the table, go before it, and take the place of one of the same name", () => {
    const rows = [row("Sluice keeper", "Water gates and sluices*; Hydraulics", { name_zh: "水闸管理员", aliases: "lock keeper; gate keeper" }), row("Data scientist", "Welding*")];
    const all = withCompanyOccupations(rows, BASE_TAXONOMY);
    expect(all).toHaveLength(index.all.length + 1);
    const own = occupationIndex(all);
    expect(own.find("lock keepers")).toMatchObject({ kind: "one", occupation: { id: "sluice-keeper", title: { zh: "水闸管理员" } } });
    expect(own.find("data scientist")).toMatchObject({ kind: "one", occupation: { needs: [{ any: ["welding"], importance: 1, mustHave: true }] } });
    expect(withCompanyOccupations([], BASE_TAXONOMY)).toBe(shippedOccupations(BASE_TAXONOMY));
  });
  it("refuses one without skills, or with one that nobody knows; its rows are no skills", () => {
    expect(() => withCompanyOccupations([row("Seer", "")], BASE_TAXONOMY)).toThrow(/needs the skills/);
    expect(() => withCompanyOccupations([row("Seer", "Haruspicy*")], BASE_TAXONOMY)).toThrow(/Haruspicy/);
    expect(withCompanySkills(BASE_TAXONOMY, [row("Sluice keeper", "Hydraulics")]).normalise("Sluice keeper")).toBeNull();
  });
});
