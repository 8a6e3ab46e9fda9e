/** @file A mentoring round by L&D: every mentee without a mentor, stably assigned; saved, it proposes each pair to the mentee. */
import { addPair, listEveryPair, type CardOfPerson } from "../../../db/queries/growth-mentoring";
import type { Database } from "../../../db/client";
import type { RoundView } from "../../contracts/growth-network";
import { systemClock, type Clock } from "../../core/clock";
import { dayOf } from "../../core/document-terms";
import type { Actor } from "../../core/types";
import { assignMentors } from "../../growth/network/assign-mentors";
import { record } from "../audit/record";
import { notify } from "../notifications/notify";
import { authorise } from "../policy";
import { cards, marketOf, refusedBy, wishOf } from "./mentor-market";
import { growthTaxonomy } from "./taxonomy";

export async function mentoringRound(db: Database, actor: Actor, { save }: { save: boolean }, clock: Clock = systemClock): Promise<RoundView> {
  authorise(actor, "growth:manage");
  const { people, all, offers } = await marketOf(db);
  const known = await listEveryPair(db, cards);
  const isOpen = ({ status }: (typeof known)[number]) => status === "asked" || status === "accepted";
  const waiting = all.filter(({ asMentee, employeeId }) => asMentee && !known.some((pair) => isOpen(pair) && pair.menteeId === employeeId));
  // Who declined or ended it with somebody is not proposed to them again.
  const over = ({ employeeId }: CardOfPerson) => known.filter((pair) => !isOpen(pair) && pair.menteeId === employeeId).map(({ mentorId }) => mentorId);
  const wishes = waiting.map((card) => ({ ...wishOf(card, card.person, people), notWith: [...card.avoid, ...refusedBy(card.employeeId, all), ...over(card)] }));
  const { pairs, unmatched } = assignMentors(wishes, offers, { taxonomy: growthTaxonomy(), on: dayOf(clock.now()) });
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
