/** @file Growth on a real database with the demo's people: whose eyes see what, and a plan from goal to calendar file. */
import { afterAll, expect, test } from "vitest";
import { enqueueDocuments } from "../../../db/queries/documents";
import { addRunningPairs } from "../../../db/queries/growth-mentoring";
import { putSetting } from "../../../db/queries/settings";
import { planPreview, storedPlan, sharedProfileView } from "../../contracts/growth";
import { interviewGuide as guideShape, interviewList } from "../../contracts/growth-interviews";
import { mentoringView, careersView, collaborationView } from "../../contracts/growth-network";
import { offeringView } from "../../contracts/growth-offering";
import type { Clock } from "../../core/clock";
import { addMonths, dayOf } from "../../core/document-terms";
import { systemScope } from "../../core/scope";
import type { Actor, DocumentId } from "../../core/types";
import { notificationsOf } from "../notifications/notify";
import { budgetOf } from "./company-budget";
import { calendarOf, meetingFile } from "./calendar-file";
import { careersOf } from "./careers";
import { collaborationOf } from "./collaboration";
import { openDemoGrowth } from "./demo-growth.fixture";
import { growthHome } from "./home";
import { changeOffering, offeringOf } from "./offering";
import { expertsIn } from "./experts";
import { showInterest } from "./interest";
import { answerInterview, forgetUnanswered, interviewGuide, ownInterviews, sendInterview } from "./interviews";
import { mentoringRound } from "./mentor-round";
import { actOnNetwork, networkOf } from "./network";
import { answerRequest, arrangeMeeting, askMentor, mentoringOf } from "./mentoring";
import { actOnPlan, beginPlan, ownPlan, ownPlans, previewPlan } from "./plans";
import { changeProfile, ownProfile } from "./profile";
import { sharedProfile } from "./shared-profile";
import { decidePlan, teamOf } from "./team";

const system = systemScope("test");
let now = Date.UTC(2026, 10, 23, 9);
const clock: Clock = { now: () => now };
/** Noor designs gate drives (e22), Hendrika manages her (e03), Maartje is a colleague (e37), Dafydd mentors (e14). */
const [NOOR, HENDRIKA, MAARTJE, DAFYDD, TANG, SASKIA, KWABENA] = ["e22", "e03", "e37", "e14", "e23", "e05", "e36"] as const;
const { db, actorOf, close } = await openDemoGrowth({ [NOOR]: [], [HENDRIKA]: [], [MAARTJE]: [], [DAFYDD]: ["admin"], [TANG]: [], [SASKIA]: ["hr_lead"], [KWABENA]: [] }, clock);
afterAll(close);

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
  const held = (await ownProfile(db, noor)).skills;
  const lifting = plan.plan.steps.find(({ lifts }) => lifts.length > 0)?.courseId ?? "";
  await actOnPlan(db, noor, plan.id, { do: "step", courseId: lifting, status: "done" }, clock);
  const bare = (skills: readonly { skillId: string; level: number }[]) => skills.map(({ skillId, level }) => `${skillId} ${level}`).sort();
  expect(bare((await ownProfile(db, noor)).skills)).not.toEqual(bare(held));
  await actOnPlan(db, noor, plan.id, { do: "step", courseId: lifting, status: "planned" }, clock);
  expect(bare((await ownProfile(db, noor)).skills)).toEqual(bare(held));
  const done = await actOnPlan(db, noor, plan.id, { do: "step", courseId: first.courseId, status: "done" }, clock);
  expect(done.progress).toMatchObject({ done: 1, of: plan.plan.steps.length });
  const rated = await actOnPlan(db, noor, plan.id, { do: "rate", courseId: first.courseId, useful: 4, comment: "Much practice" }, clock);
  expect(rated.plan.steps.find(({ courseId }) => courseId === first.courseId)).toMatchObject({ rating: 4, comment: "Much practice" });
  const lifted = (await ownProfile(db, noor)).skills;
  // Also a step that lifts nothing of the goal itself: the ones that build on it could not be planned again otherwise.
  expect(bare(lifted)).not.toEqual(bare(held));
  for (const { skillId, to } of first.lifts) expect(lifted.find((skill) => skill.skillId === skillId)?.level).toBeGreaterThanOrEqual(to);

  now = Date.parse("2027-02-01T09:00:00Z");
  expect((await ownPlan(db, noor, plan.id, clock)).plan.steps.some(({ late }) => late)).toBe(true);
  await actOnPlan(db, noor, plan.id, { do: "step", courseId: second.courseId, status: "skipped" }, clock);
  const again = await actOnPlan(db, noor, plan.id, { do: "replan" }, clock);
  expect(again.version).toBe(2);
  expect(again.plan.steps[0]).toMatchObject({ courseId: first.courseId, status: "done" });
  expect(again.plan.steps.some(({ courseId }) => courseId === second.courseId)).toBe(false);
  expect(again.plan.steps.filter(({ status }) => status === "planned").every(({ start }) => start >= dayOf(now))).toBe(true);

  const file = calendarOf(again, "en");
  expect(file).toMatch(/^BEGIN:VCALENDAR/);
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(again.plan.steps.filter(({ status }) => status === "planned").length);

  await actOnPlan(db, noor, plan.id, { do: "ask-approval" }, clock);
  const hendrika = await actorOf(HENDRIKA);
  expect((await teamOf(db, hendrika, clock)).approvals.map(({ planId }) => planId)).toEqual([plan.id]);
  await expect(decidePlan(db, await actorOf(MAARTJE), { planId: plan.id, approve: true, note: "" })).rejects.toMatchObject({ code: "policy/forbidden" });
  await decidePlan(db, hendrika, { planId: plan.id, approve: true, note: "Good." });
  expect((await ownPlan(db, noor, plan.id, clock)).approval).toMatchObject({ state: "approved", note: "Good." });

  // A second plan, let go before anything of it was begun, gives the year's budget back. The first one would take all of it.
  await actOnPlan(db, noor, plan.id, { do: "drop" }, clock);
  const other = await beginPlan(db, noor, { target: { ...target, id: "senior-design-engineer" }, constraints: limits, programme: null }, clock);
  await actOnPlan(db, noor, other.id, { do: "ask-approval" }, clock);
  await decidePlan(db, hendrika, { planId: other.id, approve: true, note: "" });
  // Approvals bear the day of the real clock: the year is looked at with it.
  const left = async () => (await ownPlan(db, noor, other.id)).approval.budgetLeft.amount;
  const spent = await left();
  await actOnPlan(db, noor, other.id, { do: "drop" }, clock);
  expect(await left()).toBeGreaterThan(spent);
});

test("a round proposes each mentee a mentor; whom they declined is not proposed to them again", async () => {
  const [saskia, kwabena] = [await actorOf(SASKIA), await actorOf(KWABENA)];
  await expect(mentoringRound(db, kwabena, { save: true }, clock)).rejects.toMatchObject({ code: "policy/forbidden" });
  const first = await mentoringRound(db, saskia, { save: true }, clock);
  const mentorOf = (round: typeof first) => round.pairs.find(({ mentee }) => mentee === kwabena.name)?.mentor;
  expect(mentorOf(first)).toBeDefined();
  expect((await mentoringRound(db, saskia, { save: false }, clock)).pairs).toEqual([]);
  const [proposed] = (await mentoringOf(db, kwabena, clock)).pairs;
  expect(proposed).toMatchObject({ origin: "proposal", mayAnswer: true });
  await answerRequest(db, kwabena, proposed?.id ?? "", "decline", clock);
  const second = await mentoringRound(db, saskia, { save: false }, clock);
  expect(mentorOf(second)).not.toBe(mentorOf(first));
  expect(second.pairs.filter(({ mentee }) => mentee !== kwabena.name)).toEqual([]);
});

test("HR leads set up budget, programmes and roles; a retired programme is offered no more", async () => {
  const [saskia, maartje] = [await actorOf(SASKIA), await actorOf(MAARTJE)];
  await expect(offeringOf(db, maartje)).rejects.toMatchObject({ code: "policy/forbidden" });
  await expect(changeOffering(db, maartje, { do: "retire-programme", id: "ai-literacy" })).rejects.toMatchObject({ code: "policy/forbidden" });
  const before = offeringView.parse(await offeringOf(db, saskia));
  const steps = before.courses.slice(0, 2).map(({ id }) => id);
  const made = await changeOffering(db, saskia, { do: "programme", id: null, kind: "practice", title: { en: "First weeks", zh: "入职头几周" }, summary: { en: "", zh: "" }, steps });
  const added = made.programmes.find(({ title }) => title.en === "First weeks");
  expect(added?.steps).toEqual(steps);
  const ref = { kind: "programme" as const, id: added?.id ?? "", text: "" };
  expect((await growthHome(db, maartje, clock)).programmes.map(({ id }) => id)).toContain(ref.id);
  expect((await previewPlan(db, maartje, { target: ref, constraints: limits, programme: ref.id }, clock)).gap.items.length).toBeGreaterThan(0);
  await expect(changeOffering(db, saskia, { do: "programme", id: null, kind: "practice", title: { en: "Nothing", zh: "Nothing" }, summary: { en: "", zh: "" }, steps: ["no-such-course"] })).rejects.toMatchObject({ code: "request/invalid" });
  await changeOffering(db, saskia, { do: "retire-programme", id: ref.id });
  expect((await growthHome(db, maartje, clock)).programmes.map(({ id }) => id)).not.toContain(ref.id);
  expect((await previewPlan(db, maartje, { target: ref, constraints: limits, programme: ref.id }, clock)).gap.target.title.en).toBe("First weeks");

  await changeOffering(db, saskia, { do: "budget", sites: [{ site: "", amount: 777, currency: "EUR" }], ownDecision: 10 });
  expect(await budgetOf(db, { id: MAARTJE, site: "Rotterdam" }, clock)).toMatchObject({ left: { amount: 777, currency: "EUR" }, ownDecision: 10 });
  const roles = await changeOffering(db, saskia, { do: "import", what: "roles", text: "id,title,grade,skills\ndiver,Diver,3,risk-assessment:3\nbad,Bad,x,sql\n" });
  expect(roles).toMatchObject({ roles: before.roles + 1, problems: [{ line: 3 }] });
  expect(await changeOffering(db, saskia, { do: "import", what: "moves", text: "from,to,people\nplc-engineer,diver,5\ndiver,plc-engineer,4\n" })).toMatchObject({ moves: before.moves + 2 });
  const edges = (await careersOf(db, maartje)).edges;
  expect(edges.find(({ from, to }) => from === "plc-engineer" && to === "diver")?.people).toBe(5);
  expect(edges.find(({ from, to }) => from === "diver" && to === "plc-engineer")?.people ?? 0).toBe(0);
  expect(edges.filter(({ people }) => people > 0 && people < 5)).toEqual([]);
});

test("interest in an opening reaches those who recruit, once, and only for an opening that is there", async () => {
  const [maartje, saskia] = [await actorOf(MAARTJE), await actorOf(SASKIA)];
  const id = "opening" as DocumentId;
  await enqueueDocuments(db, system, [{ id, kind: "job", acl: ["role:employee"], jobId: "job", title: "Senior PLC engineer", mediaType: "text/markdown", sha256: id, sizeBytes: 1, source: `${id}.md`, titleGiven: true, replacesId: null, uploadedBy: null, demo: false }]);
  expect(await showInterest(db, maartje, { openingId: id })).toEqual({ told: 1 });
  expect((await notificationsOf(db, saskia)).notifications).toMatchObject([{ kind: "growth.interest", href: `/jobs/${id}` }]);
  await expect(showInterest(db, maartje, { openingId: id })).rejects.toMatchObject({ code: "request/conflict" });
  await expect(showInterest(db, maartje, { openingId: "none" })).rejects.toMatchObject({ code: "request/not-found" });
});

test("entries: how many joined is told in fives, an event that is over only to whoever cleans up", async () => {
  const [maartje, saskia] = [await actorOf(MAARTJE), await actorOf(SASKIA)];
  const find = async (actor: Actor, id: string) => (await networkOf(db, actor, clock)).entries.find((entry) => entry.id === id);
  // Seven joined; an eighth does not show, nor does one who leaves again.
  expect((await find(maartje, "plc-circle"))?.members).toBe(5);
  const kwabena = await actorOf(KWABENA);
  for (const joined of [(await find(kwabena, "plc-circle"))?.joined !== true, (await find(kwabena, "plc-circle"))?.joined === true]) {
    await actOnNetwork(db, kwabena, { do: "join", id: "plc-circle", joined });
    expect((await find(maartje, "plc-circle"))?.members).toBe(5);
  }
  await actOnNetwork(db, maartje, { do: "join", id: "foundry-college", joined: true });
  expect(await find(maartje, "foundry-college")).toMatchObject({ members: null, joined: true });
  const later = { now: () => Date.parse("2027-01-01T00:00:00Z") };
  expect((await networkOf(db, maartje, later)).entries.some(({ kind }) => kind === "event")).toBe(false);
  expect((await networkOf(db, saskia, later)).entries.some(({ kind }) => kind === "event")).toBe(true);
});

test("nobody else's plan, gap or profile: colleagues none, the manager what is shared, withdrawn at once", async () => {
  const [noor, maartje, hendrika, dafydd] = [await actorOf(NOOR), await actorOf(MAARTJE), await actorOf(HENDRIKA), await actorOf(DAFYDD)];
  const { id } = await beginPlan(db, noor, { target: { ...target, id: "senior-design-engineer" }, constraints: limits, programme: null }, clock);
  await changeProfile(db, noor, { share: { manager: true, experts: true, groups: true, graph: false } }, clock);
  const wish = "Leave for another company";
  await changeProfile(db, noor, { goals: wish, interests: wish, projects: [wish] }, clock);
  const shared = sharedProfileView.parse(await sharedProfile(db, hendrika, NOOR));
  expect(Object.keys(shared).sort()).toEqual(["person", "plans", "skills"]);
  expect(Object.keys(shared.person).sort()).toEqual(["department", "id", "name", "site", "title"]);
  expect(shared.skills.length).toBeGreaterThan(0);
  for (const skill of shared.skills) expect(Object.keys(skill).sort()).toEqual(["evidence", "level", "name", "skillId"]);
  // All of it: every skill with what shows it, the plan with every step; and of the plan no limit, gap, reason or rating.
  const own = await ownProfile(db, noor);
  expect(shared.skills.map(({ skillId, level }) => [skillId, level])).toEqual(own.skills.map(({ skillId, level }) => [skillId, level]));
  expect(shared.skills.flatMap(({ evidence }) => evidence)).toEqual(own.skills.flatMap(({ evidence }) => evidence.filter(({ asked }) => !asked)));
  const mine = await ownPlan(db, noor, id, clock);
  const plan = shared.plans.find((each) => each.id === id);
  expect(plan?.steps.map(({ courseId, status, start, end }) => [courseId, status, start, end])).toEqual(mine.plan.steps.map(({ courseId, status, start, end }) => [courseId, status, start, end]));
  expect(Object.keys(plan ?? {}).sort()).toEqual(["done", "finish", "id", "progress", "steps", "title"]);
  for (const step of plan?.steps ?? []) expect(Object.keys(step).sort()).toEqual(["courseId", "doneOn", "end", "hours", "kind", "late", "price", "start", "status", "title"]);
  const { facts } = guideShape.parse(await interviewGuide(db, hendrika, NOOR, clock));
  expect(Object.keys(facts).sort()).toEqual(["plan", "shares", "strengths"]);
  expect(Object.keys(facts.plan ?? {}).sort()).toEqual(["done", "late", "of", "title"]);
  expect(JSON.stringify([shared, facts, await teamOf(db, hendrika, clock)])).not.toContain(wish);
  await actOnPlan(db, noor, id, { do: "step", courseId: plan?.steps[0]?.courseId ?? "", status: "started" }, clock);
  expect((await sharedProfile(db, hendrika, NOOR, clock)).plans.find((each) => each.id === id)?.steps[0]?.status).toBe("started");
  // The plan itself holds limits, gap and reasons that name interests: nobody's but its owner's.
  for (const other of [hendrika, maartje, dafydd]) {
    await expect(ownPlan(db, other, id, clock)).rejects.toMatchObject({ code: "request/not-found" });
    await expect(actOnPlan(db, other, id, { do: "drop" }, clock)).rejects.toMatchObject({ code: "request/not-found" });
    expect((await ownPlans(db, other, clock)).map((each) => each.id)).not.toContain(id);
  }
  for (const other of [maartje, dafydd]) await expect(sharedProfile(db, other, NOOR)).rejects.toMatchObject({ code: expect.stringMatching(/not-found|forbidden/) as string });
  await expect(actOnPlan(db, hendrika, id, { do: "drop" }, clock)).rejects.toMatchObject({ code: "request/not-found" });

  await changeProfile(db, noor, { share: { manager: false, experts: false, groups: false, graph: false } }, clock);
  await expect(sharedProfile(db, hendrika, NOOR)).rejects.toMatchObject({ code: "request/not-found" });
  expect((await teamOf(db, hendrika, clock)).people.find((person) => person.id === NOOR)).toMatchObject({ shares: false, skills: null, plan: null });
  expect((await expertsIn(db, maartje, "solidworks", clock)).experts.map(({ id: expert }) => expert)).not.toContain(NOOR);
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
  expect((await interviewGuide(db, hendrika, NOOR, clock)).facts).toEqual({ shares: false, strengths: [], plan: null });
  await changeProfile(db, noor, { share: { manager: true, experts: false, groups: false, graph: false } }, clock);
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
  const [waiting] = (await ownInterviews(db, noor)).interviews;
  const lastDay = Date.parse(`${waiting?.expiresOn ?? ""}T12:00:00Z`);
  expect(await forgetUnanswered(db, { now: () => lastDay - 86_400_000 })).toBe(0);
  expect(await forgetUnanswered(db, { now: () => lastDay })).toBe(1);
});

test("the picture of who works with whom shows those who agreed, and knows nothing of anybody else", async () => {
  const [noor, maartje, dafydd] = [await actorOf(NOOR), await actorOf(MAARTJE), await actorOf(DAFYDD)];
  const before = collaborationView.parse(await collaborationOf(db, maartje));
  expect(before.on && before.people.length > 20 && before.ties.length > 20 && before.bridges.site.length > 0).toBe(true);

  await changeProfile(db, noor, { projects: ["Sea-lock  emden", "A project of Noor alone"] }, clock);
  await actOnNetwork(db, noor, { do: "join", id: "tide-talks", joined: true });
  await addRunningPairs(db, system, [{ mentorId: DAFYDD, menteeId: NOOR, skillId: "leadership", reason: { en: "", zh: "" } }]);
  expect(await collaborationOf(db, maartje)).toEqual(before);
  expect(JSON.stringify(before)).not.toMatch(/Noor|e22/);

  const share = { manager: false, experts: false, groups: false, graph: true };
  await changeProfile(db, noor, { share }, clock);
  const after = await collaborationOf(db, maartje);
  expect(after.people.length).toBe(before.people.length + 1);
  const tie = after.ties.find(({ a, b }) => a === NOOR && b === MAARTJE);
  expect(tie?.reasons).toEqual([{ kind: "project", name: { en: "Sea lock Emden", zh: "Sea lock Emden" } }]);
  expect(after.ties.find(({ a, b }) => a === DAFYDD && b === NOOR)?.reasons.map(({ kind }) => kind)).toEqual(["community", "mentoring"]);
  expect(after.projects).toContain("A project of Noor alone");

  await changeProfile(db, noor, { share: { ...share, graph: false } }, clock);
  expect(await collaborationOf(db, dafydd)).toEqual({ ...before, me: DAFYDD });
  await putSetting(db, system, { key: "growth-network", value: "0" });
  expect(await collaborationOf(db, maartje)).toEqual({ on: false, me: MAARTJE, people: [], ties: [], bridges: { team: [], site: [] }, projects: [] });
});
