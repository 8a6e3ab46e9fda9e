/**
 * @file The picture of who works with whom: off until L&D switches the network on, and of each person only with their own
 * yes. Whoever has not agreed is no point, no tie, no number and no name of a project in it. Made anew at every request: a
 * withdrawn yes counts at once. Never from chats or anything that somebody did not put in for this.
 */
import { listCommunitiesOf } from "../../../db/queries/growth-catalogue";
import { listEveryPair } from "../../../db/queries/growth-mentoring";
import { listInGraph, requireOwnEntry } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { CollaborationView } from "../../contracts/growth-network";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { bridgesOf, projectsOf, tiesOf } from "../../growth/network/collaboration";
import { authorise } from "../policy";
import { isNetworkOn } from "./network";

const picture = systemScope("the picture of people who agreed to stand in it");

export async function collaborationOf(db: Database, actor: Actor): Promise<CollaborationView> {
  authorise(actor, "growth:own");
  const { id: me } = await requireOwnEntry(db, scopeOf(actor));
  if (!(await isNetworkOn(db))) return { on: false, me, people: [], ties: [], bridges: { team: [], site: [] }, projects: [] };
  const people = (await listInGraph(db, picture)).map(({ id, name, title, department, site, projects }) => ({ id, name, title, team: department, site, projects }));
  const communities = (await listCommunitiesOf(db, picture, people.map(({ id }) => id))).map(({ title, members }) => ({ name: title, members }));
  const mentorships = (await listEveryPair(db, picture)).filter(({ status }) => status === "accepted");
  const ties = tiesOf({ people, communities, mentorships });
  return {
    on: true, me, people,
    ties: ties.map(({ a, b, weight, reasons }) => ({ a, b, weight, reasons: reasons.map(({ kind, name }) => ({ kind, name: name && { ...name } })) })),
    bridges: { team: bridgeViews(ties, people, "team"), site: bridgeViews(ties, people, "site") },
    projects: projectsOf(people).map(({ name }) => name.en).sort(),
  };
}

function bridgeViews(ties: Parameters<typeof bridgesOf>[0], people: CollaborationView["people"], group: "team" | "site"): CollaborationView["bridges"]["team"] {
  return bridgesOf(ties, new Map(people.map((person) => [person.id, person[group]]))).map(({ between: [one, other], people: holding, only }) => ({ between: [one, other], people: holding.map((each) => ({ ...each })), only }));
}
