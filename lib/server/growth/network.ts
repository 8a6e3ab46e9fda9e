/** @file Communities, partners and events: off until L&D switches them on; joining is a click, leaving too; members are a number in steps of five, so that who joins or leaves is hardly seen. */
import { addEntry, joinEntry, listEntries, removeEntry } from "../../../db/queries/growth-catalogue";
import { getSetting, putSetting } from "../../../db/queries/settings";
import type { Database } from "../../../db/client";
import type { NetworkAction, NetworkView } from "../../contracts/growth-network";
import { systemClock, type Clock } from "../../core/clock";
import { dayOf, isDay } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import { newId } from "../../core/ids";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { interestReason } from "../../growth/interests";
import { inSteps, SMALLEST_GROUP } from "../../growth/network/heat-map";
import { record } from "../audit/record";
import { authorise, can } from "../policy";
import { ownInterests } from "./own-interests";

const scope = systemScope("growth network");
const SETTING = "growth-network";

/** Off until L&D switches it on: communities, entries, and the picture of who works with whom. */
export const isNetworkOn = async (db: Database): Promise<boolean> => (await getSetting(db, scope, SETTING)) === "1";

/** The demo company's, at its first start; what somebody has switched stays. */
export async function seedNetwork(db: Database): Promise<void> {
  if ((await getSetting(db, scope, SETTING)) === null) await putSetting(db, scope, { key: SETTING, value: "1" });
}

export async function networkOf(db: Database, actor: Actor, clock: Clock = systemClock): Promise<NetworkView> {
  authorise(actor, "growth:own");
  const mayManage = can(actor, "growth:manage");
  const on = await isNetworkOn(db);
  const today = dayOf(clock.now());
  // An event that is over interests nobody but those who clean up.
  const entries = (on || mayManage ? await listEntries(db, scopeOf(actor)) : []).filter(({ startsOn }) => mayManage || startsOn === null || startsOn >= today);
  const interests = actor.relations?.employeeId ? await ownInterests(db, scopeOf(actor)) : () => null;
  const views = entries.map(({ id, kind, title, about, link, site, startsOn, members, joined, skills }) => {
    const met = interests({ title, skillIds: skills });
    return { id, kind, title, about, link, site, startsOn, members: members < SMALLEST_GROUP ? null : inSteps(members), joined, fits: met && interestReason(met) };
  });
  return { on, mayManage, entries: views.sort((a, b) => Number(b.fits !== null) - Number(a.fits !== null)) };
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
      if (!(await isNetworkOn(db))) throw new AppError("request/not-found", "the network is off");
      await joinEntry(db, scopeOf(actor), action);
      break;
    case "add":
      if (action.startsOn !== null && !isDay(action.startsOn)) throw new AppError("request/invalid", "no such day", { userMessage: "Give the day as YYYY-MM-DD." });
      await addEntry(db, scopeOf(actor), { id: newId<string>(), kind: action.kind, title: { en: action.title, zh: action.title }, about: { en: action.about, zh: action.about }, link: action.link, site: action.site, startsOn: action.startsOn, skills: [] });
      break;
    case "remove":
      await removeEntry(db, scopeOf(actor), action.id);
      break;
  }
  return networkOf(db, actor);
}
