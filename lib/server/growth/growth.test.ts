/** @file Growth on a real database with the demo's people: whose eyes see what, and a plan from goal to calendar file. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase } from "../../../db/client";
import { addEmployees } from "../../../db/queries/employees";
import { findRelations } from "../../../db/queries/relations";
import { EMPLOYEES } from "../../../db/seed/people/employees";
import { planPreview, storedPlan, growthProfileView } from "../../contracts/growth";
import { interviewList } from "../../contracts/growth-interviews";
import { mentoringView, careersView } from "../../contracts/growth-network";
import { answer as answerShape } from "../../contracts/evidence";
import type { Clock } from "../../core/clock";
import { addMonths, dayOf } from "../../core/document-terms";
import { systemScope } from "../../core/scope";
import type { Actor, Role } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { growthFor } from "./assistant-port";
import { calendarOf, meetingFile } from "./calendar-file";
import { careersOf } from "./careers";
import { growthHome } from "./home";
import { expertsIn } from "./experts";
import { answerInterview, forgetUnanswered, interviewGuide, ownInterviews, sendInterview } from "./interviews";
import { answerRequest, arrangeMeeting, askMentor, mentoringOf } from "./mentoring";
import { actOnPlan, beginPlan, ownPlan, ownPlans, previewPlan } from "./plans";
import { changeProfile, confirmSkill, ownProfile, sharedProfile } from "./profile";
import { remind } from "./reminders";
import { seedDemoGrowth } from "./seed-demo";
import { decidePlan, teamOf } from "./team";
import { understandGrowth } from "../../assistant/growth/understand-growth";
import { growthTaxonomy } from "./taxonomy";

const opened = await openMemoryDatabase();
const { db } = opened;
const system = systemScope("test");
let now = Date.UTC(2026, 10, 23, 9);
const clock: Clock = { now: () => now };
const actors = new Map<string, Actor>();
/** Noor designs gate drives (e22), Hendrika manages her (e03), Maartje is a colleague (e37), Dafydd mentors (e14). */
const [NOOR, HENDRIKA, MAARTJE, DAFYDD, TANG] = ["e22", "e03", "e37", "e14", "e23"] as const;

async function actorOf(id: string): Promise<Actor> {
  const known = actors.get(id);
  if (!known) throw new Error(`no account for ${id}`);
  return { ...known, relations: await findRelations(db, system, { userId: known.userId, at: new Date(now) }) };
}

beforeAll(async () => {
  for (const [id, roles] of [[NOOR, []], [HENDRIKA, []], [MAARTJE, []], [DAFYDD, ["admin"]], [TANG, []]] as [string, Role[]][]) {
    const person = EMPLOYEES.find((each) => each.id === id);
    const { account } = await addPerson(db, id, roles);
    actors.set(id, { userId: account.id, name: person?.name ?? id, roles });
  }
  await addEmployees(db, system, EMPLOYEES.map((person) => ({ ...person, userId: actors.get(person.id)?.userId ?? null, demo: true })));
  await seedDemoGrowth(db, clock);
});
afterAll(() => opened.close());

const target = { kind: "role" as const, id: "plc-commissioning-engineer", text: "" };
const limits = { hoursPerWeek: 4, deadline: addMonths("2026-11-23", 7), budget: null, languages: ["en" as const], anySite: false, online: false, aim: "most" as const };

test("a goal becomes a plan within its limits, progress lifts the profile, a slip is planned again, the manager decides, a calendar file comes out", async () => {
  const noor = await actorOf(NOOR);
  const preview = planPreview.parse(await previewPlan(db, noor, { target, constraints: limits, programme: null }, clock));
  expect(preview.plan?.steps.length).toBeGreaterThan(0);
  expect(preview.plan?.coverageAfter).toBeGreaterThan(preview.gap.coverage);
  expect(preview.plan?.finish && preview.plan.finish <= limits.deadline).toBe(true);
  for (const step of preview.plan?.steps ?? []) expect(step.languages).toContain("en");

  const plan = storedPlan.parse(await beginPlan(db, noor, { target, constraints: limits, programme: null }, clock));
  const [first, second] = plan.plan.steps;
  if (!first || !second) throw new Error("a plan of two steps was expected");
  const done = await actOnPlan(db, noor, plan.id, { do: "step", courseId: first.courseId, status: "done" }, clock);
  expect(done.progress).toMatchObject({ done: 1, of: plan.plan.steps.length });
  const lifted = (await ownProfile(db, noor)).skills;
  for (const { skillId, to } of first.lifts) expect(lifted.find((skill) => skill.skillId === skillId)?.level).toBeGreaterThanOrEqual(to);

  now = Date.parse("2027-02-01T09:00:00Z");
  expect((await ownPlan(db, noor, plan.id, clock)).plan.steps.some(({ late }) => late)).toBe(true);
  await actOnPlan(db, noor, plan.id, { do: "step", courseId: second.courseId, status: "skipped" }, clock);
  const again = await actOnPlan(db, noor, plan.id, { do: "replan" }, clock);
  expect(again.version).toBe(2);
  expect(again.plan.steps[0]).toMatchObject({ courseId: first.courseId, status: "done" });
  expect(again.plan.steps.some(({ courseId }) => courseId === second.courseId)).toBe(false);
  expect(again.plan.steps.filter(({ status }) => status === "planned").every(({ start }) => start >= dayOf(now))).toBe(true);
  expect(await remind(db, clock)).toBeGreaterThanOrEqual(0);
  expect(await remind(db, clock)).toBe(0);

  const file = calendarOf(again, "en");
  expect(file).toMatch(/^BEGIN:VCALENDAR/);
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(again.plan.steps.filter(({ status }) => status === "planned").length);

  await actOnPlan(db, noor, plan.id, { do: "ask-approval" }, clock);
  const hendrika = await actorOf(HENDRIKA);
  expect((await teamOf(db, hendrika, clock)).approvals.map(({ planId }) => planId)).toEqual([plan.id]);
  await expect(decidePlan(db, await actorOf(MAARTJE), { planId: plan.id, approve: true, note: "" })).rejects.toMatchObject({ code: "policy/forbidden" });
  await decidePlan(db, hendrika, { planId: plan.id, approve: true, note: "Good." });
  expect((await ownPlan(db, noor, plan.id, clock)).approval).toMatchObject({ state: "approved", note: "Good." });
});

test("nobody else's plan, gap or profile: colleagues none, the manager what is shared, withdrawn at once", async () => {
  const [noor, maartje, hendrika, dafydd] = [await actorOf(NOOR), await actorOf(MAARTJE), await actorOf(HENDRIKA), await actorOf(DAFYDD)];
  const [plan] = await ownPlans(db, noor, clock);
  const id = plan?.id ?? "";
  await changeProfile(db, noor, { share: { manager: true, experts: true, groups: true } }, clock);
  expect(growthProfileView.parse(await sharedProfile(db, hendrika, NOOR)).skills.length).toBeGreaterThan(0);
  expect((await ownPlan(db, hendrika, id, clock)).id).toBe(id);
  for (const other of [maartje, dafydd]) {
    await expect(ownPlan(db, other, id, clock)).rejects.toMatchObject({ code: "request/not-found" });
    await expect(actOnPlan(db, other, id, { do: "drop" }, clock)).rejects.toMatchObject({ code: "request/not-found" });
    await expect(sharedProfile(db, other, NOOR)).rejects.toMatchObject({ code: expect.stringMatching(/not-found|forbidden/) as string });
    expect((await ownPlans(db, other, clock)).map((each) => each.id)).not.toContain(id);
  }
  await expect(actOnPlan(db, hendrika, id, { do: "drop" }, clock)).rejects.toMatchObject({ code: "request/not-found" });

  await changeProfile(db, noor, { share: { manager: false, experts: false, groups: false } }, clock);
  await expect(sharedProfile(db, hendrika, NOOR)).rejects.toMatchObject({ code: "request/not-found" });
  await expect(ownPlan(db, hendrika, id, clock)).rejects.toMatchObject({ code: "request/not-found" });
  expect((await teamOf(db, hendrika, clock)).people.find((person) => person.id === NOOR)).toMatchObject({ shares: false, skills: null, plan: null });
  expect((await expertsIn(db, maartje, "solidworks", clock)).experts.map(({ id: expert }) => expert)).not.toContain(NOOR);
});

test("a colleague confirms only what they were asked, and it shows", async () => {
  const [noor, maartje, dafydd] = [await actorOf(NOOR), await actorOf(MAARTJE), await actorOf(DAFYDD)];
  const skillId = (await ownProfile(db, noor)).skills[0]?.skillId ?? "";
  await confirmSkill(db, noor, { do: "ask", skillId, colleagueId: MAARTJE }, clock);
  await expect(confirmSkill(db, dafydd, { do: "answer", skillId, employeeId: NOOR, confirm: true, text: "" }, clock)).rejects.toMatchObject({ code: "request/not-found" });
  expect((await ownProfile(db, maartje)).asked).toMatchObject([{ employeeId: NOOR, skillId }]);
  await confirmSkill(db, maartje, { do: "answer", skillId, employeeId: NOOR, confirm: true, text: "Seen it." }, clock);
  expect((await ownProfile(db, noor)).skills.find((skill) => skill.skillId === skillId)?.evidence).toContainEqual({ kind: "peer", text: "Seen it.", on: dayOf(now), by: "Maartje Schipper", asked: false });
  expect((await growthHome(db, noor, clock)).profile.confirmed).toBeGreaterThan(0);
});

test("a mentor is asked and says yes; nobody outside the pair sees or answers it; roles near by are shown", async () => {
  const [maartje, dafydd, tang] = [await actorOf(MAARTJE), await actorOf(DAFYDD), await actorOf(TANG)];
  mentoringView.parse(await askMentor(db, maartje, { mentorId: DAFYDD, skillId: null, message: "Networks, please." }, clock));
  await expect(askMentor(db, maartje, { mentorId: DAFYDD, skillId: null, message: "" }, clock)).rejects.toMatchObject({ code: "request/conflict" });
  const [asked] = (await mentoringOf(db, dafydd, clock)).pairs;
  expect(asked).toMatchObject({ mayAnswer: true, message: "Networks, please.", other: { id: MAARTJE } });
  expect((await mentoringOf(db, tang, clock)).pairs).toEqual([]);
  await expect(answerRequest(db, tang, asked?.id ?? "", "accept")).rejects.toMatchObject({ code: "request/not-found" });
  await expect(answerRequest(db, maartje, asked?.id ?? "", "accept")).rejects.toMatchObject({ code: "policy/forbidden" });
  await answerRequest(db, dafydd, asked?.id ?? "", "accept");
  const [agreed] = (await mentoringOf(db, maartje, clock)).pairs;
  expect(agreed).toMatchObject({ status: "accepted", meeting: { at: null, zone: "Europe/Amsterdam", theirZone: "Europe/London" } });
  const at = agreed?.meeting?.proposed[0] ?? "";
  await expect(arrangeMeeting(db, tang, { id: agreed?.id ?? "", at }, clock)).rejects.toMatchObject({ code: "request/not-found" });
  await expect(arrangeMeeting(db, maartje, { id: agreed?.id ?? "", at: "2020-01-01T10:00:00.000Z" }, clock)).rejects.toMatchObject({ code: "request/invalid" });
  await arrangeMeeting(db, maartje, { id: agreed?.id ?? "", at }, clock);
  const met = mentoringView.parse(await mentoringOf(db, dafydd, clock)).pairs[0];
  expect(met?.meeting?.at).toBe(at);
  expect(meetingFile(met, { language: "en", now })).toContain(`DTSTART:${at.replace(/[-:]|\.000/g, "")}`);
  expect(careersView.parse(await careersOf(db, maartje)).here).toBe("plc-engineer");
});

test("notes of a stay interview are read by the two who spoke, kept only with a yes, and gone when the employee says so", async () => {
  const [noor, hendrika, maartje] = [await actorOf(NOOR), await actorOf(HENDRIKA), await actorOf(MAARTJE)];
  const notes = { employeeId: NOOR, answers: { growth: { mark: "change" as const, notes: "Wants to lead a package." } }, actions: [{ text: "A package of her own", by: "2027-03-01" }] };
  await expect(interviewGuide(db, hendrika, MAARTJE, clock)).rejects.toMatchObject({ code: "request/not-found" });
  await expect(sendInterview(db, hendrika, { ...notes, employeeId: MAARTJE })).rejects.toMatchObject({ code: "policy/forbidden" });
  expect((await interviewGuide(db, hendrika, NOOR, clock)).facts).toEqual({ shares: false, goal: "", strengths: [], plan: null });
  await changeProfile(db, noor, { share: { manager: true, experts: false, groups: false } }, clock);
  expect((await interviewGuide(db, hendrika, NOOR, clock)).facts.strengths.length).toBeGreaterThan(0);

  const [sent] = interviewList.parse(await sendInterview(db, hendrika, notes)).interviews;
  const id = sent?.id ?? "";
  expect((await ownInterviews(db, maartje)).interviews).toEqual([]);
  await expect(answerInterview(db, maartje, { id, keep: true })).rejects.toMatchObject({ code: "request/not-found" });
  await expect(answerInterview(db, hendrika, { id, keep: true })).rejects.toMatchObject({ code: "request/not-found" });
  expect((await answerInterview(db, noor, { id, keep: true })).interviews).toMatchObject([{ role: "employee", status: "kept", expiresOn: null }]);
  await expect(answerInterview(db, hendrika, { id, keep: false })).rejects.toMatchObject({ code: "request/not-found" });
  await answerInterview(db, noor, { id, keep: false });
  expect((await ownInterviews(db, hendrika)).interviews).toEqual([]);

  await sendInterview(db, hendrika, notes);
  expect(await forgetUnanswered(db, { now: () => Date.now() + 20 * 86_400_000 })).toBe(0);
  expect(await forgetUnanswered(db, { now: () => Date.now() + 32 * 86_400_000 })).toBe(1);
});

test("the chat answers of the asker alone, within the limits that were said", async () => {
  const { growth } = await growthFor(db, await actorOf(MAARTJE), clock);
  if (!growth) throw new Error("growth was expected");
  const question = "Make me a plan to become a senior PLC engineer with 5 hours a week until the end of July 2027, in English";
  const request = understandGrowth(question, { today: growth.today, names: growth.names, taxonomy: growthTaxonomy(), before: null });
  if (!request) throw new Error("a growth question was expected");
  const reply = await growth.port.answer(request, "en");
  expect(reply.text).toContain("5 hours a week until 2027-07-31");
  expect(reply.rows.length).toBeGreaterThan(0);
  for (const { figure } of reply.rows) expect(figure.slice(13, 23) <= "2027-07-31").toBe(true);
  answerShape.shape.growth.parse({ href: reply.href, rows: reply.rows, context: reply.context });
  for (const tool of ["my-gap", "explain-step", "find-mentor", "career-options"] as const) expect((await growth.port.answer({ ...request, tool }, "zh")).text).not.toBe("");
});
