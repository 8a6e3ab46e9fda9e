/** @file What corrections teach about reading: proposed from several openings and people to who works on them, taken in by a click for the next job text alone, taken out by another. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { auditEvents, documentAcl, documents, documentTexts } from "../../../db/schema";
import { wordHashEncoder } from "../../assistant/fixtures";
import { taughtReading, type ReadingCue } from "../../contracts/taught-reading";
import { createManualClock } from "../../core/clock";
import type { Actor, DocumentId, Role } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import type { Services } from "../services";
import { openingPageOf, readView, takeUp } from "./openings";
import { readingNow } from "./reading";
import { correctRequirements } from "./requirements";
import { answerReading, taughtReadingOf } from "./taught-reading";

const id = (end: string) => `019aa8f0-0000-7abc-8def-0000000000${end}` as DocumentId;
const clock = createManualClock(Date.UTC(2026, 10, 23, 9));
const JOBS = { first: id("c1"), second: id("c2"), third: id("c3"), fourth: id("c4") };
const asks = (...lines: string[]) => `Lock technician\n\nRequirements:\n\n- Hydraulics\n${lines.map((line) => `- ${line}\n`).join("")}`;
const CUE: ReadingCue = { place: "within", means: "nice", words: "counts in your favour" };
let opened: OpenDatabase;
let services: Services;
let people: Record<"mine" | "other" | "lead" | "employee", Actor>;

async function addJob(documentId: DocumentId, text: string): Promise<void> {
  await opened.db.insert(documents).values({ id: documentId, kind: "job", status: "ready", source: `${documentId}.md`, title: `Lock technician ${documentId.slice(-2)}`, mediaType: "text/markdown", sha256: documentId, sizeBytes: 1, language: "en" });
  await opened.db.insert(documentAcl).values((["role:recruiter", "role:hr_lead"] as const).map((principal) => ({ documentId, principal })));
  await opened.db.insert(documentTexts).values({ documentId, text, pages: [], blocks: [] });
}

beforeAll(async () => {
  opened = await openMemoryDatabase();
  const person = async (name: string, roles: readonly Role[]): Promise<Actor> => ({ userId: (await addPerson(opened.db, name, roles)).account.id, name, roles });
  people = { mine: await person("mine", ["recruiter"]), other: await person("other", ["recruiter"]), lead: await person("lead", ["hr_lead"]), employee: await person("employee", []) };
  await addJob(JOBS.first, asks("Rust counts in your favour"));
  await addJob(JOBS.second, asks("Kafka counts in your favour"));
  await addJob(JOBS.third, asks("Python counts in your favour"));
  await addJob(JOBS.fourth, asks("Docker counts in your favour"));
  services = { db: opened.db, encoder: wordHashEncoder } as unknown as Services;
  await takeUp(services, people.mine, JOBS.first, clock);
  await takeUp(services, people.other, JOBS.second, clock);
});
afterAll(() => opened.close());

const code = (name: string) => expect.objectContaining({ code: name }) as Error;
const told = async (who: Actor) => (await taughtReadingOf(services, who)).proposals.map(({ words, openings, people: by, spared, wrong }) => [words, openings.length, by, spared, wrong]);
const asked = async (who: Actor, opening: DocumentId) => (await openingPageOf(services, who, opening, clock)).requirements.map(({ text, mustHave }) => [text.split(" ")[0], mustHave]);

async function wishes(who: Actor, opening: DocumentId, name: string): Promise<void> {
  const { requirements, revision } = await openingPageOf(services, who, opening, clock);
  await correctRequirements(services, who, opening, { revision, requirements: requirements.map((one) => (one.text.startsWith(name) ? { ...one, mustHave: false } : one)) }, clock);
}

test("proposed to who works on all of the openings that it rests on, with openings, people and mistakes; nothing is read otherwise yet", async () => {
  await wishes(people.mine, JOBS.first, "Rust");
  expect(await told(people.lead), "one opening").toEqual([]);
  await wishes(people.other, JOBS.second, "Kafka");
  expect(await told(people.lead)).toEqual([["counts in your favour", 2, 2, 2, 0]]);
  expect(taughtReading.parse(await taughtReadingOf(services, people.lead)).proposals[0]).toMatchObject({ ...CUE, openings: [{ id: JOBS.first, title: "Lock technician c1" }, { id: JOBS.second }], example: "Rust counts in your favour" });
  expect(await told(people.mine), "works on one of the two").toEqual([]);
  await expect(taughtReadingOf(services, people.employee)).rejects.toEqual(code("policy/forbidden"));
  expect((await readingNow(opened.db)).cues).toEqual([]);
  await takeUp(services, people.mine, JOBS.third, clock);
  expect(await asked(people.mine, JOBS.third)).toEqual([["Hydraulics", true], ["Python", true]]);
});

test("what is refused changes nothing: what is not proposed to the asker, another meaning, what is not in use", async () => {
  for (const [who, cue, as, why] of [
    [people.employee, CUE, "take", "policy/forbidden"], [people.mine, CUE, "take", "request/not-found"], [people.lead, { ...CUE, means: "must" }, "take", "request/not-found"],
    [people.lead, { ...CUE, words: "anything else" }, "leave", "request/not-found"], [people.lead, CUE, "out", "request/not-found"],
  ] as const) await expect(answerReading(services, who, { ...cue, as }, clock), `${who.name} ${as}`).rejects.toEqual(code(why));
  expect(await taughtReadingOf(services, people.lead)).toMatchObject({ inUse: [], left: [] });
});

test("left out, neither it nor a part of it is proposed until somebody offers it again", async () => {
  await answerReading(services, people.lead, { ...CUE, as: "leave" }, clock);
  expect(await taughtReadingOf(services, people.lead)).toMatchObject({ proposals: [], left: [CUE] });
  await answerReading(services, people.mine, { ...CUE, as: "offer" }, clock);
  expect(await told(people.lead)).toHaveLength(1);
});

test("taken in, the next opening is read with it and those that were read stay; taken out, it is read as before and proposed again", async () => {
  await answerReading(services, people.lead, { ...CUE, as: "take" }, clock);
  expect(await taughtReadingOf(services, people.mine)).toMatchObject({ proposals: [], inUse: [{ ...CUE, at: "2026-11-23T09:00:00.000Z", openings: 2, people: 2, spared: 2, wrong: 0 }] });
  expect(await asked(people.mine, JOBS.third), "read before").toEqual([["Hydraulics", true], ["Python", true]]);
  await takeUp(services, people.mine, JOBS.fourth, clock);
  expect(await asked(people.mine, JOBS.fourth)).toEqual([["Hydraulics", true], ["Docker", false]]);
  await expect(answerReading(services, people.lead, { ...CUE, as: "take" }, clock), "in use").rejects.toEqual(code("request/not-found"));

  await answerReading(services, people.mine, { ...CUE, as: "out" }, clock);
  expect(await told(people.lead)).toHaveLength(1);
  const text = asks("Docker counts in your favour");
  expect(readView(text, await readingNow(opened.db))).toEqual(readView(text));
  const lines = (await opened.db.select().from(auditEvents)).filter(({ action }) => action.startsWith("reading."));
  expect(lines.map(({ action, facts }) => [action, facts])).toEqual([["reading.taught", { place: "within", means: "nice", openings: 2, people: 2 }], ["reading.forgotten", { place: "within", means: "nice", openings: 2, people: 2 }]]);
});

test("what was cut from one line is joined: its own words, the most years, a place; other lines, strangers and what was typed cannot be", async () => {
  await addJob(id("c5"), asks("Python, Docker and Kafka"));
  await takeUp(services, people.mine, id("c5"), clock);
  const { requirements, revision, text } = await openingPageOf(services, people.mine, id("c5"), clock);
  const of = (name: string) => requirements.find((one) => one.text === name)?.id ?? expect.fail(`${name} is not read`);
  const parts = ["Python", "Docker", "Kafka"].map(of);
  const others = requirements.filter((one) => !parts.includes(one.id));
  for (const join of [[of("Python"), of("Hydraulics")], [of("Python"), "skill-0000000000"], [of("Python"), of("Python")]]) {
    await expect(correctRequirements(services, people.mine, id("c5"), { revision, requirements: [{ join, mustHave: true }] }, clock)).rejects.toEqual(code("request/invalid"));
  }
  await correctRequirements(services, people.mine, id("c5"), { revision, requirements: [...others, { join: [...parts].reverse(), mustHave: false }] }, clock);
  const after = (await openingPageOf(services, people.mine, id("c5"), clock)).requirements;
  expect(after.map((one) => [one.text, one.mustHave])).toEqual([["Hydraulics", true], ["Python, Docker and Kafka", false]]);
  const { start, end } = after[1]?.source ?? expect.fail("points nowhere");
  expect(text.slice(start, end)).toBe("Python, Docker and Kafka");
});
