/** @file Confirmations: only of who was asked, taken back until they answer, tied to the level that they were given for, asked anew for a higher one; and one's own evidence corrected. */
import { afterAll, expect, test } from "vitest";
import { sharedProfileView } from "../../contracts/growth";
import { skillChange, type SkillChange } from "../../contracts/growth";
import { notificationsOf, readNotifications } from "../notifications/notify";
import { openDemoGrowth } from "./demo-growth.fixture";
import { ownGap } from "./gap";
import { growthHome } from "./home";
import { changeProfile, changeSkill, confirmSkill, ownProfile } from "./profile";
import { sharedProfile } from "./shared-profile";

const clock = { now: () => Date.UTC(2026, 10, 23, 9) };
const [NOOR, HENDRIKA, MAARTJE, DAFYDD] = ["e22", "e03", "e37", "e14"] as const;
const { db, actorOf, close } = await openDemoGrowth({ [NOOR]: [], [HENDRIKA]: [], [MAARTJE]: [], [DAFYDD]: [] }, clock);
afterAll(close);

const skillId = "welding";
const own: Omit<SkillChange, "level"> = { skillId, shared: false, evidence: [{ kind: "self", text: "Weekend course", on: null }] };
const evidenceOf = async () => (await ownProfile(db, await actorOf(NOOR))).skills.find((skill) => skill.skillId === skillId)?.evidence ?? [];
const answer = { do: "answer" as const, skillId, employeeId: NOOR, confirm: true, text: "Seen it." };

test("a colleague confirms only what they were asked, for the level that they saw", async () => {
  const [noor, maartje, dafydd] = [await actorOf(NOOR), await actorOf(MAARTJE), await actorOf(DAFYDD)];
  await changeSkill(db, noor, { ...own, level: 2 });
  await confirmSkill(db, noor, { do: "ask", skillId, colleagueId: MAARTJE }, clock);
  await expect(confirmSkill(db, noor, { do: "ask", skillId, colleagueId: MAARTJE }, clock)).rejects.toMatchObject({ code: "request/conflict" });
  await expect(confirmSkill(db, dafydd, { ...answer, level: 2 }, clock)).rejects.toMatchObject({ code: "request/not-found" });
  expect((await ownProfile(db, maartje)).asked).toMatchObject([{ employeeId: NOOR, skillId, level: 2 }]);
  // Raised between the look and the answer: nothing is confirmed that was not seen.
  await changeSkill(db, noor, { ...own, level: 4 });
  await expect(confirmSkill(db, maartje, { ...answer, level: 2 }, clock)).rejects.toMatchObject({ code: "request/conflict" });
  expect((await evidenceOf()).filter(({ asked }) => asked)).toHaveLength(1);
  await changeSkill(db, noor, { ...own, level: 2 });
  await confirmSkill(db, maartje, { ...answer, level: 2 }, clock);
  expect(await evidenceOf()).toContainEqual({ kind: "peer", text: "Seen it.", on: "2026-11-23", by: "Maartje Schipper", asked: false, askedOf: null, level: 2 });
  await expect(confirmSkill(db, noor, { do: "ask", skillId, colleagueId: MAARTJE }, clock)).rejects.toMatchObject({ code: "request/conflict" });
});

test("a request is taken back by who asked, until it is answered: nothing is asked any more, and the bell that was not read is gone", async () => {
  const [noor, maartje, dafydd] = [await actorOf(NOOR), await actorOf(MAARTJE), await actorOf(DAFYDD)];
  const asks = async () => (await notificationsOf(db, maartje)).notifications.filter(({ kind, words }) => kind === "growth.asked" && words.en.includes("Welding"));
  const take = { do: "withdraw" as const, skillId, colleagueId: MAARTJE };
  // Of what she has confirmed there is nothing to take back; of another's skill neither.
  await expect(confirmSkill(db, noor, take, clock)).rejects.toMatchObject({ code: "request/conflict" });
  await changeSkill(db, noor, { ...own, level: 3 });
  const before = await evidenceOf();
  const read = (await asks()).map(({ id }) => id);
  await readNotifications(db, maartje, read);
  await confirmSkill(db, noor, { do: "ask", skillId, colleagueId: MAARTJE }, clock);
  expect((await evidenceOf()).filter(({ askedOf }) => askedOf !== null)).toMatchObject([{ askedOf: MAARTJE, asked: true, by: "Maartje Schipper" }]);
  expect(await asks()).toHaveLength(read.length + 1);
  expect((await ownProfile(db, noor)).sharedNow).toContainEqual({ what: "confirmation", count: 1 });
  for (const other of [maartje, dafydd]) await expect(confirmSkill(db, other, take, clock)).rejects.toMatchObject({ code: "request/conflict" });
  await expect(confirmSkill(db, noor, { ...take, colleagueId: DAFYDD }, clock)).rejects.toMatchObject({ code: "request/conflict" });
  await expect(confirmSkill(db, noor, { ...take, skillId: "diving" }, clock)).rejects.toMatchObject({ code: "request/conflict" });

  const after = await confirmSkill(db, noor, take, clock);
  expect(after.sharedNow.map(({ what }) => what)).not.toContain("confirmation");
  // What she said of level 2 stays; what had been read stays read.
  expect(await evidenceOf()).toEqual(before);
  expect((await asks()).map(({ id }) => id)).toEqual(read);
  expect((await ownProfile(db, maartje)).asked).toEqual([]);
  await expect(confirmSkill(db, maartje, { ...answer, level: 3 }, clock)).rejects.toMatchObject({ code: "request/not-found", userMessage: "This request has been answered or taken back." });
  await expect(confirmSkill(db, noor, take, clock)).rejects.toMatchObject({ code: "request/conflict" });
  await changeSkill(db, noor, { ...own, level: 2 });
});

test("one's own evidence is corrected, words, kind and day; what colleagues confirmed is not touched by it", async () => {
  const [noor, hendrika] = [await actorOf(NOOR), await actorOf(HENDRIKA)];
  const confirmed = (await evidenceOf()).filter(({ by }) => by !== null);
  expect(confirmed).toHaveLength(1);
  const corrected = { kind: "certificate" as const, text: "ISO 9606 certificate, plate", on: "2025-05-02" };
  await changeSkill(db, noor, { ...own, level: 2, evidence: [corrected] });
  expect((await evidenceOf()).map(({ kind, text, on }) => ({ kind, text, on }))).toEqual([corrected, ...confirmed.map(({ kind, text, on }) => ({ kind, text, on }))]);
  expect((await evidenceOf()).filter(({ by }) => by !== null)).toEqual(confirmed);
  // Whoever may read it reads the new words, and the old ones nowhere.
  await changeProfile(db, noor, { share: { manager: true, experts: false, groups: false, graph: false } }, clock);
  const seen = JSON.stringify(await sharedProfile(db, hendrika, NOOR, clock));
  expect(seen).toContain(corrected.text);
  expect(seen).not.toContain("Weekend course");
  for (const evidence of [[{ ...corrected, text: " " }], [{ ...corrected, on: "2025-13-40" }], [{ ...corrected, kind: "peer" }], Array.from({ length: 13 }, () => corrected)]) expect(skillChange.safeParse({ ...own, level: 2, evidence }).success).toBe(false);
  await changeSkill(db, noor, { ...own, level: 2 });
});

test("a level that is raised later is not covered by what was confirmed before; the same colleague may be asked anew", async () => {
  const [noor, maartje, hendrika] = [await actorOf(NOOR), await actorOf(MAARTJE), await actorOf(HENDRIKA)];
  const confirmed = async () => (await growthHome(db, noor, clock)).profile.confirmed;
  const reason = async () => (await ownGap(db, noor, { kind: "text", id: null, text: "welding" })).items.find((item) => item.skillId === skillId)?.reason;
  const before = await confirmed();
  expect(await reason()).toMatchObject({ en: expect.stringContaining("a colleague") as string, zh: expect.stringContaining("同事确认") as string });
  await changeSkill(db, noor, { ...own, level: 3 });
  expect(await evidenceOf()).toContainEqual(expect.objectContaining({ by: "Maartje Schipper", level: 2 }));
  expect(await confirmed()).toBe(before - 1);
  expect((await reason())?.en).not.toContain("a colleague");
  // Who reads it reads the level with it.
  await changeProfile(db, noor, { share: { manager: true, experts: false, groups: false, graph: false } }, clock);
  const seen = sharedProfileView.parse(await sharedProfile(db, hendrika, NOOR, clock)).skills.find((skill) => skill.skillId === skillId);
  expect(seen).toMatchObject({ level: 3 });
  expect(seen?.evidence).toContainEqual(expect.objectContaining({ by: "Maartje Schipper", level: 2 }));

  await confirmSkill(db, noor, { do: "ask", skillId, colleagueId: MAARTJE }, clock);
  await confirmSkill(db, maartje, { ...answer, confirm: false, level: 3 }, clock);
  expect((await evidenceOf()).filter(({ by }) => by !== null)).toEqual([expect.objectContaining({ level: 2, asked: false })]);
  await confirmSkill(db, noor, { do: "ask", skillId, colleagueId: MAARTJE }, clock);
  await confirmSkill(db, maartje, { ...answer, level: 3 }, clock);
  expect((await evidenceOf()).filter(({ by }) => by !== null)).toEqual([expect.objectContaining({ level: 3, asked: false })]);
  expect(await confirmed()).toBe(before);
  // Lowered, it still speaks for it.
  await changeSkill(db, noor, { ...own, level: 1 });
  expect(await confirmed()).toBe(before);
});
