/** @file The company's skills on the screen: what a table would change, what is wrong with it, and openings read with it at once. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { auditEvents } from "../../../db/schema";
import type { Actor } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { companyTaxonomy, forgetCompanyTaxonomy } from "../company-taxonomy";
import { companySkills, importCompanySkills } from "./company-skills";
import { readView } from "./openings";

let opened: OpenDatabase;
let actor: Actor;
let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "cadre-skills-"));
  vi.stubEnv("CADRE_DATA_DIR", root);
  opened = await openMemoryDatabase();
  actor = { userId: (await addPerson(opened.db, "recruiter", ["recruiter"])).account.id, name: "recruiter", roles: ["recruiter"] };
});
afterAll(async () => {
  await opened.close();
  vi.unstubAllEnvs();
  forgetCompanyTaxonomy();
  await rm(root, { recursive: true, force: true });
});

const HEAD = "name,name_zh,aliases,aliases_zh,parent\n";

test("a look changes nothing; what is wrong is said line by line; the table is in use at once", async () => {
  const services = { db: opened.db, paths: { root } };
  const csv = `${HEAD}Lock gate drive,船闸驱动,sluice drive,闸门驱动,Hydraulics\nQuoin welding,,,,\n`;
  expect(await importCompanySkills(services, actor, { csv, apply: false })).toMatchObject({ skills: 2, added: [{ name: "Lock gate drive", name_zh: "船闸驱动", parent: "Hydraulics", aliases: "sluice drive; 闸门驱动" }, { name: "Quoin welding" }], changed: [], removed: [], applied: false });
  expect(companySkills(services).rows).toEqual([]);
  expect(readView("Requirements\n- sluice drive")[0]).toMatchObject({ kind: "text" });

  await expect(importCompanySkills(services, actor, { csv: `${HEAD},,,,\nA,,,,No such skill\n`, apply: true })).rejects.toMatchObject({ code: "taxonomy/invalid", userMessage: expect.stringMatching(/there is no skill "No such skill"/) as unknown });
  await expect(importCompanySkills(services, actor, { csv: "skill\nA\n", apply: true })).rejects.toMatchObject({ userMessage: expect.stringMatching(/unknown column "skill"/) as unknown });
  expect(companySkills(services).rows).toEqual([]);

  expect((await importCompanySkills(services, actor, { csv, apply: true })).applied).toBe(true);
  const [read] = readView("Requirements\n- sluice drive");
  expect(read).toMatchObject({ kind: "skill", any: [companyTaxonomy().normalise("闸门驱动")?.id] });

  const second = await importCompanySkills(services, actor, { csv: `${HEAD}Lock gate drive,船闸驱动,sluice drive,,Hydraulics\nPython,,,,\n`, apply: false });
  expect(second).toMatchObject({ added: [{ name: "Python" }], changed: [{ name: "Lock gate drive", fields: [{ column: "aliases_zh", before: "闸门驱动", after: "" }] }], removed: ["Quoin welding"], over: ["Python"] });
  expect((await opened.db.select().from(auditEvents)).filter(({ action }) => action === "taxonomy.imported").map(({ facts }) => facts)).toEqual([{ skills: 2, added: 2, changed: 0, removed: 0 }]);
});
