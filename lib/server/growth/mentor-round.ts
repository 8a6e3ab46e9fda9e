/** @file A mentoring round by L&D: every mentee without a mentor, stably assigned by their wishes and the mentors' own orders (which it does not show); saved, it proposes each pair to the mentee. */
import { addPair } from "../../../db/queries/growth-mentoring";
import type { Database } from "../../../db/client";
import type { RoundView } from "../../contracts/growth-network";
import { systemClock, type Clock } from "../../core/clock";
import { dayOf } from "../../core/document-terms";
import type { Actor } from "../../core/types";
import { assignMentors } from "../../growth/network/assign-mentors";
import { record } from "../audit/record";
import { notify } from "../notifications/notify";
import { authorise } from "../policy";
import { cards, marketOf } from "./mentor-market";
import { roundOf } from "./mentor-orders";
import { growthTaxonomy } from "./taxonomy";

export async function mentoringRound(db: Database, actor: Actor, { save }: { save: boolean }, clock: Clock = systemClock): Promise<RoundView> {
  authorise(actor, "growth:manage");
  const market = await marketOf(db);
  const { people, offers } = market;
  const { wishes, orders } = roundOf(market);
  const { pairs, unmatched } = assignMentors(wishes, offers, { taxonomy: growthTaxonomy(), on: dayOf(clock.now()), orders });
  const nameOfPerson = (id: string) => people.get(id)?.name ?? id;
  if (save && pairs.length > 0) {
    await db.transaction(async (tx) => {
      for (const pair of pairs) await addPair(tx, cards, { mentorId: pair.mentorId, menteeId: pair.menteeId, origin: "proposal", skillId: null, reason: pair.reason, message: "" });
      await notify(tx, pairs.flatMap(({ menteeId, mentorId }) => {
        const userId = people.get(menteeId)?.userId;
        return userId ? [{ userId, kind: "growth.mentor", words: { en: `A mentor is proposed to you: ${nameOfPerson(mentorId)}.`, zh: `为您推荐了一位导师：${nameOfPerson(mentorId)}。` }, href: "/growth/network" }] : [];
      }));
      await record(tx, actor, { action: "growth.mentor-round", object: { kind: "growth", id: null }, facts: { pairs: pairs.length, unmatched: unmatched.length } });
    });
  }
  return { saved: save, pairs: pairs.map(({ mentorId, menteeId, total, reason }) => ({ mentor: nameOfPerson(mentorId), mentee: nameOfPerson(menteeId), total, reason })), unmatched: unmatched.map(({ menteeId, reason }) => ({ mentee: nameOfPerson(menteeId), reason })) };
}
