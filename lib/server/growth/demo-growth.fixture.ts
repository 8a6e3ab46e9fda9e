/** @file The demo company's people and growth on a database in memory, with accounts for some of them: for tests of what each sees and does. */
import { openMemoryDatabase } from "../../../db/client";
import type { Database } from "../../../db/client";
import { addEmployees } from "../../../db/queries/employees";
import { findRelations } from "../../../db/queries/relations";
import { EMPLOYEES } from "../../../db/seed/people/employees";
import type { Clock } from "../../core/clock";
import { systemScope } from "../../core/scope";
import type { Actor, Role } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { seedDemoGrowth } from "./seed-demo";

export interface DemoGrowth {
  readonly db: Database;
  readonly close: () => Promise<void>;
  /** As they stand now: relations are read at each call. @throws Error for somebody without an account */
  readonly actorOf: (id: string) => Promise<Actor>;
}

/** @param accounts employee id → roles; everybody else stands in the directory without an account */
export async function openDemoGrowth(accounts: Readonly<Record<string, readonly Role[]>>, clock: Clock): Promise<DemoGrowth> {
  const opened = await openMemoryDatabase();
  const { db } = opened;
  const system = systemScope("test");
  const actors = new Map<string, Actor>();
  for (const [id, roles] of Object.entries(accounts)) {
    const { account } = await addPerson(db, id, [...roles]);
    actors.set(id, { userId: account.id, name: EMPLOYEES.find((each) => each.id === id)?.name ?? id, roles: [...roles] });
  }
  await addEmployees(db, system, EMPLOYEES.map((person) => ({ ...person, userId: actors.get(person.id)?.userId ?? null, demo: true })));
  await seedDemoGrowth(db, clock);
  return {
    db,
    close: () => opened.close(),
    actorOf: async (id) => {
      const known = actors.get(id);
      if (!known) throw new Error(`no account for ${id}`);
      return { ...known, relations: await findRelations(db, system, { userId: known.userId, at: new Date(clock.now()) }) };
    },
  };
}
