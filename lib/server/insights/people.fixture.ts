/** @file Two people for tests of insights: Lena, who leads HR, and Ada, a fitter with an entry in the directory. Used by tests only. */
import type { Database } from "../../../db/client";
import { addEmployees } from "../../../db/queries/employees";
import { systemScope } from "../../core/scope";
import type { Actor, Role } from "../../core/types";
import { addPerson } from "../../testing/accounts";

/** A new account that may do what its roles allow. */
export async function addActor(db: Database, name: string, roles: readonly Role[]): Promise<Actor> {
  const { account } = await addPerson(db, name, roles, "none");
  return { userId: account.id, name, roles: account.roles };
}

/** Into an empty database; Ada's entry has the id "e-ada". */
export async function addLenaAndAda(db: Database): Promise<{ lead: Actor; ada: Actor }> {
  const lead = await addActor(db, "Lena Brink", ["hr_lead"]);
  const ada = await addActor(db, "Ada Moor", []);
  await addEmployees(db, systemScope("test"), [{ id: "e-ada", userId: ada.userId, name: ada.name, email: "ada.moor@example.test", title: "Fitter", department: "Works", site: "Leeds", managerId: null, contract: "permanent", language: "en", startedOn: "2020-01-01" }]);
  return { lead, ada };
}
