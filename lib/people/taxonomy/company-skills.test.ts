/** @file A company's own skills: what a table may hold, what is refused and how, and what it changes. */
import { describe, expect, it } from "vitest";
import { readCompanyCsv, withCompanySkills } from "./company-skills";
import { createTaxonomy } from "./create-taxonomy";
import { parseTables } from "./parse-table";

const base = createTaxonomy(parseTables(["# Hydraulics @craft = 液压\nPumps | pump = 泵\nValves = 阀门"]));

describe("a table of skills", () => {
  it("adds new skills and finds them in both languages", () => {
    const rows = readCompanyCsv("name,name_zh,kind,aliases,parent,related\nSluiceBus,闸讯,technology,SB-2;sluice bus 2,Hydraulics,Valves\n");
    const taxonomy = withCompanySkills(base, rows);
    expect(taxonomy.normalise("闸讯")?.id).toBe("sluicebus");
    expect(taxonomy.mentions("commissioning of SB-2 panels").map(({ skill }) => skill.id)).toEqual(["sluicebus"]);
    expect(taxonomy.byId("sluicebus")).toMatchObject({ parent: "hydraulics", related: ["valves"], kind: "technology" });
    expect(taxonomy.version).not.toBe(base.version);
  });

  it("changes a skill that is known, and keeps its other names", () => {
    const taxonomy = withCompanySkills(base, readCompanyCsv("name,kind,aliases\nPump,craft,impeller"));
    expect(taxonomy.skills).toHaveLength(base.skills.length);
    for (const name of ["Pumps", "pump", "泵", "impeller"]) expect(taxonomy.normalise(name)?.id).toBe("pumps");
    expect(taxonomy.byId("pumps")?.parent).toBe("hydraulics");
  });

  it("names every line that is wrong, and imports none", () => {
    const csv = "name,kind\n,craft\nOne,sport\nTwo,craft\ntwo,craft\nThree,craft,extra\n";
    expect(() => readCompanyCsv(csv)).toThrow(/line 2, name: the English name is missing[\s\S]*line 3, kind[\s\S]*line 5, name: "two" is on line 4[\s\S]*line 6: 3 cells for 2 columns/);
  });

  it.each([
    ["title\nOne", /unknown column "title"/],
    ["kind\ncraft", /no column "name"/],
    ["name\n\n", /holds no skill/],
  ])("says what is wrong with the first line or the whole: %j", (csv, message) => expect(() => readCompanyCsv(csv)).toThrow(message));

  it.each([
    ["name,parent\nOne,Nobody", /"One", parent: there is no skill "Nobody"/],
    ["name,parent\nOne,One", /cannot be its own parent/],
    ["name,aliases\nOne,泵", /"泵" is a name of "Pumps" already/],
    ["name,parent\nOne,Two\nTwo,One", /lead back to it/],
  ])("refuses relations that cannot be: %j", (csv, message) => expect(() => withCompanySkills(base, readCompanyCsv(csv))).toThrow(message));
});
