/** @file A mentor's own order: who they see, that the round goes by it and leaves no blocking pair, that nobody else reads it, and that it goes with the wish. */
import { afterAll, expect, test } from "vitest";
import { listAuditLines } from "../../../db/queries/audit";
import { putCard } from "../../../db/queries/growth-mentoring";
import { mentoringView, roundView, type MentoringCard } from "../../contracts/growth-network";
import type { Clock } from "../../core/clock";
import { createRng, shuffled } from "../../core/rng";
import { scopeOf, systemScope } from "../../core/scope";
import { worthToMentor } from "../../growth/network/assign-mentors";
import { mentorFit } from "../../growth/network/mentor-fit";
import type { MentorMatch } from "../../growth/network-types";
import { openDemoGrowth } from "./demo-growth.fixture";
import { marketOf } from "./mentor-market";
import { orderMentees, waitingOf, wouldBeMentees } from "./mentor-orders";
import { mentoringRound } from "./mentor-round";
import { answerRequest, askMentor, changeCard, mentoringOf } from "./mentoring";
import { ownProfile } from "./profile";
import { growthTaxonomy } from "./taxonomy";

const system = systemScope("test");
const clock: Clock = { now: () => Date.UTC(2026, 10, 23, 9) };
/** Dafydd mentors in leadership with one place; Kwabena (e36) wants it and shows it; Noor and Maartje will. Saskia runs the rounds. */
const [DAFYDD, KWABENA, NOOR, MAARTJE, SASKIA, HENDRIKA] = ["e14", "e36", "e22", "e37", "e05", "e03"] as const;
const MENTORS = [DAFYDD, "e06", "e09", "e10", "e15", "e02", "e44"] as const;
const MENTEES = [KWABENA, NOOR, MAARTJE, "e23", "e39", "e45"] as const;
const accounts = Object.fromEntries([...MENTORS, ...MENTEES, HENDRIKA].map((id) => [id, []]));
const { db, actorOf, close } = await openDemoGrowth({ ...accounts, [SASKIA]: ["hr_lead"] }, clock);
afterAll(close);

const wish = (wants: string[], changes: Partial<MentoringCard> = {}): MentoringCard => ({ asMentor: false, asMentee: true, capacity: 1, offers: [], wants, languages: ["en"], avoid: [], shownToMentors: true, note: "", ...changes });
const seenBy = async (id: string) => mentoringView.parse(await mentoringOf(db, await actorOf(id), clock)).wouldBe;
const idsSeenBy = async (id: string) => (await seenBy(id))?.people.map((person) => person.id);
const preview = async () => roundView.parse(await mentoringRound(db, await actorOf(SASKIA), { save: false }, clock));
const order = async (id: string, first: readonly string[], ratherNot: readonly string[] = []) => orderMentees(db, await actorOf(id), { order: [...first], ratherNot: [...ratherNot] }, clock);
const nameOf = async (id: string) => (await actorOf(id)).name;
const wantLeadership = async (...ids: string[]) => {
  for (const id of ids) await changeCard(db, await actorOf(id), wish(["leadership"]));
};

test("a mentor sees those who wait, fit and show it, and nobody else does", async () => {
  await wantLeadership(NOOR, MAARTJE);
  expect((await idsSeenBy(DAFYDD))?.toSorted()).toEqual([NOOR, KWABENA, MAARTJE].toSorted());
  const noor = (await seenBy(DAFYDD))?.people.find(({ id }) => id === NOOR);
  expect(Object.keys(noor ?? {}).sort()).toEqual(["commonHours", "department", "id", "languages", "name", "note", "site", "standing", "title", "wants"]);
  expect(noor).toMatchObject({ standing: "open", wants: [{ id: "leadership" }] });
  // Mentees and L&D have no such list.
  for (const id of [NOOR, KWABENA, SASKIA]) expect(await seenBy(id)).toBeNull();
  // Shown no more, wanted by nobody of the two, or the mentor's own manager: not there, and no reason given.
  await changeCard(db, await actorOf(NOOR), wish(["leadership"], { shownToMentors: false }));
  await changeCard(db, await actorOf(MAARTJE), wish(["leadership"], { avoid: [DAFYDD] }));
  expect(await idsSeenBy(DAFYDD)).toEqual([KWABENA]);
  await changeCard(db, await actorOf(MAARTJE), wish(["welding"]));
  expect(await idsSeenBy(DAFYDD)).toEqual([KWABENA]);
  // Whoever has asked a mentor waits for that answer, not for a round.
  await changeCard(db, await actorOf(MAARTJE), wish(["leadership"]));
  await askMentor(db, await actorOf(MAARTJE), { mentorId: "e09", skillId: null, message: "" }, clock);
  expect(await idsSeenBy(DAFYDD)).toEqual([KWABENA]);
  const [asked] = (await mentoringOf(db, await actorOf("e09"), clock)).pairs.filter(({ mayAnswer }) => mayAnswer);
  await answerRequest(db, await actorOf("e09"), asked?.id ?? "", "decline", clock);
  await changeCard(db, await actorOf(NOOR), wish(["leadership"]));
  expect((await idsSeenBy(DAFYDD))?.length).toBe(3);
});

test("only who mentors keeps an order, only of whom they see, and it is theirs alone to read", async () => {
  await expect(order(NOOR, [KWABENA])).rejects.toMatchObject({ code: "request/conflict" });
  await expect(order(SASKIA, [KWABENA])).rejects.toMatchObject({ code: "request/conflict" });
  const others = [KWABENA, NOOR, SASKIA, HENDRIKA, "e06"] as const;
  const look = async () => {
    const seen: unknown[] = [];
    for (const id of others) {
      const actor = await actorOf(id);
      seen.push(await mentoringOf(db, actor, clock), await ownProfile(db, actor));
    }
    return seen;
  };
  const before = await look();
  // The one of e42 is not shown, e06 is a mentor, nobody-at-all is nobody: none of them is kept.
  await order(DAFYDD, [MAARTJE, "e42", "e06", "nobody-at-all", MAARTJE, KWABENA], [NOOR]);
  expect((await seenBy(DAFYDD))?.people.map(({ id, standing }) => [id, standing])).toEqual([[MAARTJE, "placed"], [KWABENA, "placed"], [NOOR, "rather-not"]]);
  const [card] = (await marketOf(db)).all.filter(({ employeeId }) => employeeId === DAFYDD);
  expect([card?.menteeOrder, card?.ratherNot]).toEqual([[MAARTJE, KWABENA], [NOOR]]);
  expect(await look()).toEqual(before);
  // The round that L&D sees has names, fit and its reason; who would rather not is a barrier like any other.
  const round = await preview();
  for (const pair of round.pairs) expect(Object.keys(pair).sort()).toEqual(["mentee", "mentor", "reason", "total"]);
  for (const left of round.unmatched) expect(Object.keys(left).sort()).toEqual(["mentee", "reason"]);
  expect(JSON.stringify(await listAuditLines(db, system, {}, { limit: 200 }))).not.toMatch(/mentee-order|rather|menteeOrder/i);
  // A place in the order is no place in the answers of the card either.
  expect(Object.keys((await mentoringOf(db, await actorOf(DAFYDD), clock)).card ?? {}).sort()).toEqual(["asMentee", "asMentor", "avoid", "capacity", "languages", "note", "offers", "shownToMentors", "wants"]);
});

test("the round goes by a mentor's order; without it by fit; whom they would rather not have may still ask", async () => {
  // Everybody but Dafydd stops mentoring: one place, three who want it.
  const market = await marketOf(db);
  for (const id of MENTORS) if (id !== DAFYDD) await changeCard(db, await actorOf(id), null);
  for (const id of ["e39", "e45"]) await changeCard(db, await actorOf(id), null);
  const given = async () => (await preview()).pairs.filter(({ mentor }) => mentor === market.people.get(DAFYDD)?.name).map(({ mentee }) => mentee);
  const leaders = market.all.filter(({ asMentor, offers, employeeId }) => asMentor && employeeId !== DAFYDD && offers.includes("leadership") && !(MENTORS as readonly string[]).includes(employeeId)).map(({ employeeId }) => employeeId);
  for (const id of [KWABENA, NOOR, MAARTJE]) await changeCard(db, await actorOf(id), wish(["leadership"], { avoid: leaders }));
  const outcomes: string[] = [];
  for (const [first, second, third] of [[KWABENA, NOOR, MAARTJE], [NOOR, MAARTJE, KWABENA], [MAARTJE, KWABENA, NOOR]] as const) {
    await order(DAFYDD, [first, second, third]);
    expect(await given()).toEqual([await nameOf(first)]);
    await order(DAFYDD, [second, third], [first]);
    expect(await given()).toEqual([await nameOf(second)]);
    outcomes.push(...(await given()));
  }
  expect(new Set(outcomes).size).toBe(3);
  await order(DAFYDD, [], [KWABENA, NOOR, MAARTJE]);
  const none = await preview();
  expect(none.pairs.filter(({ mentor }) => mentor === market.people.get(DAFYDD)?.name)).toEqual([]);
  const reasons = new Set(none.unmatched.map(({ reason }) => reason.en));
  expect([...reasons].join()).not.toMatch(/rather|order/i);
  await askMentor(db, await actorOf(KWABENA), { mentorId: DAFYDD, skillId: null, message: "" }, clock);
  const [asked] = (await mentoringOf(db, await actorOf(DAFYDD), clock)).pairs;
  expect(asked).toMatchObject({ mayAnswer: true, other: { id: KWABENA } });
  // Every place taken: nobody is proposed, and nobody shown.
  await answerRequest(db, await actorOf(DAFYDD), asked?.id ?? "", "accept", clock);
  expect(await seenBy(DAFYDD)).toEqual({ full: true, people: [] });
  await answerRequest(db, await actorOf(DAFYDD), asked?.id ?? "", "end", clock);
});

test("a wish that is taken back leaves every order, for good", async () => {
  await order(DAFYDD, [MAARTJE, NOOR]);
  await changeCard(db, await actorOf(MAARTJE), wish(["leadership"], { shownToMentors: false }));
  await changeCard(db, await actorOf(MAARTJE), wish(["leadership"]));
  expect((await seenBy(DAFYDD))?.people.map(({ id, standing }) => [id, standing])).toEqual([[NOOR, "placed"], [MAARTJE, "open"]]);
  await order(DAFYDD, [NOOR], [MAARTJE]);
  await changeCard(db, await actorOf(MAARTJE), null);
  await changeCard(db, await actorOf(NOOR), null);
  const [card] = (await marketOf(db)).all.filter(({ employeeId }) => employeeId === DAFYDD);
  expect([card?.menteeOrder, card?.ratherNot]).toEqual([[], []]);
  // The card changed keeps the order; a card that mentors no more has none.
  await wantLeadership(NOOR, MAARTJE);
  await order(DAFYDD, [MAARTJE, NOOR]);
  const mentor: MentoringCard = { asMentor: true, asMentee: false, capacity: 2, offers: ["leadership"], wants: [], languages: ["en"], avoid: [], shownToMentors: false, note: "Changed" };
  await changeCard(db, await actorOf(DAFYDD), mentor);
  expect(await idsSeenBy(DAFYDD)).toEqual([MAARTJE, NOOR]);
  await changeCard(db, await actorOf(DAFYDD), wish(["welding"]));
  await changeCard(db, await actorOf(DAFYDD), mentor);
  expect((await seenBy(DAFYDD))?.people.map(({ standing }) => standing)).toEqual(["open", "open"]);
});

/** Pairs of a round who would both rather have each other: straight from the definition, without the round's own code. */
async function blockingPairs(round: Awaited<ReturnType<typeof preview>>): Promise<string[]> {
  const market = await marketOf(db);
  const idOf = (name: string) => [...market.people.values()].find((person) => person.name === name)?.id ?? name;
  const got = new Map(round.pairs.map(({ mentee, mentor }) => [idOf(mentee), idOf(mentor)]));
  const context = { taxonomy: growthTaxonomy(), on: "2026-11-23" };
  const cardOf = (id: string) => market.all.find(({ employeeId }) => employeeId === id);
  const matches = waitingOf(market).flatMap(({ wish: wanted, card }) => market.offers.flatMap((offer): MentorMatch[] => {
    const match = mentorFit(wanted, offer, context);
    return match && !(card.shownToMentors && cardOf(offer.employeeId)?.ratherNot.includes(card.employeeId)) ? [match] : [];
  }));
  const matchOf = (mentee: string, mentor: string | undefined) => matches.find(({ menteeId, mentorId }) => menteeId === mentee && mentorId === mentor);
  const mentorRather = (mentorId: string, a: MentorMatch, b: MentorMatch) => {
    const own = (cardOf(mentorId)?.menteeOrder ?? []).filter((id) => cardOf(id)?.shownToMentors);
    const [left, right] = [own.indexOf(a.menteeId), own.indexOf(b.menteeId)];
    if (left >= 0 || right >= 0) return right < 0 || (left >= 0 && left < right);
    return worthToMentor(a) > worthToMentor(b);
  };
  return matches.flatMap((match) => {
    const { menteeId, mentorId } = match;
    const now = matchOf(menteeId, got.get(menteeId));
    if (got.get(menteeId) === mentorId || (now && now.total >= match.total)) return [];
    const held = [...got].filter(([, mentor]) => mentor === mentorId).map(([mentee]) => matchOf(mentee, mentorId));
    const capacity = market.offers.find(({ employeeId }) => employeeId === mentorId)?.capacity ?? 0;
    const wantsMore = held.length < capacity || held.some((other) => other && mentorRather(mentorId, match, other));
    return wantsMore ? [`${menteeId}–${mentorId}`] : [];
  });
}

test("no round as run leaves a pair who would both rather have each other, with mentors' orders drawn by lot", async () => {
  const skills = ["leadership", "project-management", "tendering", "commissioning", "risk-assessment"];
  const put = async (id: string, card: MentoringCard) => putCard(db, scopeOf(await actorOf(id)), card);
  for (const id of MENTORS) await put(id, { asMentor: true, asMentee: false, capacity: 1, offers: skills.slice(0, 4), wants: [], languages: ["en"], avoid: [], shownToMentors: false, note: "" });
  const seen = new Set<string>();
  let placed = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const random = createRng(seed);
    for (const id of MENTEES) await put(id, wish(shuffled(skills, random).slice(0, 2), { shownToMentors: random() < 0.8 }));
    for (const id of MENTORS) {
      const ids = shuffled((wouldBeMentees(id, await marketOf(db), clock)?.people ?? []).map((person) => person.id), random);
      const out = Math.floor(random() * 2);
      await order(id, ids.slice(out, 1 + Math.floor(random() * ids.length)), ids.slice(0, out));
      placed += ids.length;
    }
    const round = await preview();
    seen.add(round.pairs.map(({ mentee, mentor }) => `${mentee}–${mentor}`).join());
    expect(await blockingPairs(round), `seed ${seed}`).toEqual([]);
  }
  expect(seen.size).toBeGreaterThan(5);
  expect(placed).toBeGreaterThan(100);
  // The check itself notices one: a round that leaves everybody alone.
  expect((await blockingPairs({ saved: false, pairs: [], unmatched: [] })).length).toBeGreaterThan(0);
});
