/** @file Group figures across days, on a database with the demo's people: one who joins, withdraws or learns moves nothing, this week or the next; five do. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase } from "../../../db/client";
import { addEmployees } from "../../../db/queries/employees";
import { listCounted } from "../../../db/queries/growth-people";
import { getSetting } from "../../../db/queries/settings";
import { EMPLOYEES } from "../../../db/seed/people/employees";
import { everySkill, putProgrammePlans, putRatings, setCounted, setLevel } from "../../../db/testing/growth";
import { organisationView, type OrganisationView } from "../../contracts/growth-organisation";
import { systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { organisationOf } from "./organisation";
import { seedDemoGrowth } from "./seed-demo";

const opened = await openMemoryDatabase();
const { db } = opened;
const WEEK_MS = 7 * 86_400_000;
let now = Date.UTC(2026, 10, 23, 9);
const clock = { now: () => now };
let lead: Actor;

beforeAll(async () => {
  lead = { userId: (await addPerson(db, "lead", ["hr_lead"])).account.id, name: "lead", roles: ["hr_lead"] };
  await addEmployees(db, systemScope("test"), EMPLOYEES.map((person) => ({ ...person, userId: null, demo: true })));
  await seedDemoGrowth(db, clock);
});
afterAll(() => opened.close());

const look = async (): Promise<OrganisationView> => organisationView.parse(await organisationOf(db, lead, clock));
const figures = ({ asOf: _asOf, ...view }: OrganisationView) => JSON.stringify(view);
const counted = async () => (await listCounted(db, systemScope("test"))).map(({ id }) => id);

test("within a week nothing moves; the next week one person moves nothing, five do", async () => {
  const first = await look();
  expect(first.asOf).toBe("2026-11-23");
  expect(first.cells.some(({ people }) => people !== null)).toBe(true);

  const everyone = await counted();
  const [one] = everyone;
  await setCounted(db, one ?? "", false);
  now += 3 * 86_400_000;
  expect(figures(await look())).toBe(figures(first));
  now += WEEK_MS;
  const second = await look();
  expect(second.asOf).toBe("2026-11-30");
  expect(figures(second)).toBe(figures(first));

  // A whole department corrects a skill that many of them have: now it may show.
  const rows = await everySkill(db);
  const learners = ({ group, skillId }: OrganisationView["cells"][number]) => {
    const people = new Set(EMPLOYEES.filter(({ department }) => department === group).map(({ id }) => id));
    return rows.filter((row) => row.skillId === skillId && row.level > 1 && people.has(row.employeeId) && everyone.includes(row.employeeId)).map(({ employeeId }) => employeeId);
  };
  const cell = first.cells.find((each) => each.group !== "*" && each.people !== null && learners(each).length >= 5);
  const changed = cell ? learners(cell) : [];
  expect(changed.length).toBeGreaterThanOrEqual(5);
  await setCounted(db, one ?? "", true);
  await setLevel(db, cell?.skillId ?? "", { people: changed, level: 1 });
  now += WEEK_MS;
  const third = await look();
  const cellOf = (view: OrganisationView) => view.cells.find(({ skillId, group }) => skillId === cell?.skillId && group === cell.group);
  expect(cellOf(third)?.meanLevel ?? 9).toBeLessThan(cellOf(first)?.meanLevel ?? 0);
});

test("five plans of one person in a programme are one person; ratings count only of who agreed to be counted", async () => {
  const marks = async (unit: string): Promise<number> => {
    const kept = JSON.parse((await getSetting(db, systemScope("test"), "growth_release")) ?? "{}") as { units: Record<string, { marks: string[] }> };
    return Object.entries(kept.units).filter(([key]) => key.split("\u001f").join(" ") === unit).reduce((sum, [, { marks: found }]) => sum + found.length, 0);
  };
  const [one = "", ...others] = await counted();
  await setCounted(db, one, true);
  await putProgrammePlans(db, { employeeId: one, programme: "ai-literacy", count: 5 });
  now += WEEK_MS;
  await look();
  expect(await marks("programme ai-literacy")).toBe(1);
  await putRatings(db, "sql-course", [one, ...others.slice(0, 5)]);
  await setCounted(db, one, false);
  now += WEEK_MS;
  await look();
  expect(await marks("rating sql-course")).toBe(5);
  await setCounted(db, one, true);
});

test("what is kept names nobody", async () => {
  const kept = (await getSetting(db, systemScope("test"), "growth_release")) ?? "";
  expect(kept.length).toBeGreaterThan(500);
  for (const { id, name } of EMPLOYEES) expect(kept.includes(`"${id}"`) || kept.includes(name), id).toBe(false);
});
