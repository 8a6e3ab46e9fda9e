/** @file Communities, partners and events: off until L&D switches them on; joining is a click, leaving too; members are a number. */
import { addEntry, joinEntry, listEntries, removeEntry } from "../../../db/queries/growth-catalogue";
import { getSetting, putSetting } from "../../../db/queries/settings";
import type { Database } from "../../../db/client";
import type { NetworkAction, NetworkView } from "../../contracts/growth-network";
import { isDay } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import { newId } from "../../core/ids";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { authorise, can } from "../policy";

const scope = systemScope("growth network");
const SETTING = "growth-network";

const isOn = async (db: Database): Promise<boolean> => (await getSetting(db, scope, SETTING)) === "1";

export async function networkOf(db: Database, actor: Actor): Promise<NetworkView> {
  authorise(actor, "growth:own");
  const mayManage = can(actor, "growth:manage");
  const on = await isOn(db);
  const entries = on || mayManage ? await listEntries(db, scopeOf(actor)) : [];
  return { on, mayManage, entries: entries.map(({ id, kind, title, about, link, site, startsOn, members, joined }) => ({ id, kind, title, about, link, site, startsOn, members, joined })) };
}

/** @throws AppError "policy/forbidden", "request/invalid", "request/not-found" */
export async function actOnNetwork(db: Database, actor: Actor, action: NetworkAction): Promise<NetworkView> {
  authorise(actor, action.do === "join" ? "growth:own" : "growth:manage");
  switch (action.do) {
    case "switch":
      await db.transaction(async (tx) => {
        await putSetting(tx, scope, { key: SETTING, value: action.on ? "1" : "0" });
        await record(tx, actor, { action: "growth.network-switched", object: { kind: "growth", id: null }, facts: { on: action.on } });
      });
      break;
    case "join":
      if (!(await isOn(db))) throw new AppError("request/not-found", "the network is off");
      await joinEntry(db, scopeOf(actor), action);
      break;
    case "add":
      if (action.startsOn !== null && !isDay(action.startsOn)) throw new AppError("request/invalid", "no such day", { userMessage: "Give the day as YYYY-MM-DD." });
      await addEntry(db, scopeOf(actor), { id: newId<string>(), kind: action.kind, title: { en: action.title, zh: action.title }, about: { en: action.about, zh: action.about }, link: action.link, startsOn: action.startsOn, skills: [] });
      break;
    case "remove":
      await removeEntry(db, scopeOf(actor), action.id);
      break;
  }
  return networkOf(db, actor);
}
