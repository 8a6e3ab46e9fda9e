/** @file "Who sees what" is complete: every query of growth and every caller that shows others something has its line, and each line comes and goes with what it is about. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import * as catalogue from "../../../db/queries/growth-catalogue";
import { enqueueDocuments } from "../../../db/queries/documents";
import * as mentoring from "../../../db/queries/growth-mentoring";
import * as people from "../../../db/queries/growth-people";
import * as plans from "../../../db/queries/growth-plans";
import { growthProfileView } from "../../contracts/growth";
import { SHARING_KINDS, type Sharing } from "../../contracts/growth-sharing";
import { projectRoot } from "../../config/paths";
import { addMonths } from "../../core/document-terms";
import { scopeOf, systemScope } from "../../core/scope";
import type { DocumentId } from "../../core/types";
import { openDemoGrowth } from "./demo-growth.fixture";
import { showInterest } from "./interest";
import { answerInterview, ownInterviews, sendInterview } from "./interviews";
import { askMentor, changeCard } from "./mentoring";
import { actOnNetwork } from "./network";
import { actOnPlan, beginPlan } from "./plans";
import { changeProfile, confirmSkill, ownProfile } from "./profile";
import { SHARED_ELSEWHERE, SHARING_PLACES } from "./sharing-places";

const root = projectRoot();
const CONDITIONS = ["readableGrowth", "ownGrowth"];

/** Source files under lib and app that are no tests, and the db/queries beside growth's own. */
const sources = (): string[] =>
  ["lib", "app", "db/queries"].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name))).filter((name) => /\.tsx?$/.test(name) && !/\.(test|fixture|chaos|contract)\.tsx?$/.test(name));

/** Growth queries that a file imports. */
function imported(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8");
  return [...text.matchAll(/import \{([^}]*)\} from "[^"]*queries\/growth-(?:people|plans|mentoring|catalogue)"/g)].flatMap((found) => (found[1] ?? "").split(",").map((name) => name.trim()).filter((name) => name !== "" && !name.startsWith("type ")));
}

test("every query of growth is accounted for, and no table of growth is read anywhere else", () => {
  const queries = [catalogue, mentoring, people, plans].flatMap((module) => Object.keys(module)).filter((name) => !CONDITIONS.includes(name));
  expect(Object.keys(SHARING_PLACES).sort()).toEqual(queries.sort());
  const outside = sources().filter((file) => !/^db\/queries\/growth-(people|plans|mentoring|catalogue)\.ts$/.test(file));
  const readers = outside.filter((file) => /\bgrowth(Profiles|Skills|Plans|PlanSteps|CourseFeedback|Mentoring|Pairs|EntryMembers|Interviews)\b[^"]*\} from "[./]*schema/.test(readFileSync(path.join(root, file), "utf8")));
  expect(readers).toEqual([]);
});

test("every file that reads rows which may be somebody else's says which line that makes", () => {
  const calls = sources().flatMap((file) => imported(file).map((query) => ({ query, file })));
  expect(calls.length).toBeGreaterThan(60);
  const missing = calls.filter(({ query, file }) => {
    const place = SHARING_PLACES[query as keyof typeof SHARING_PLACES] as (typeof SHARING_PLACES)[keyof typeof SHARING_PLACES] | undefined;
    if (place === undefined) return !CONDITIONS.includes(query);
    return typeof place !== "string" && place[path.basename(file, ".ts")] === undefined;
  });
  expect(missing).toEqual([]);
  const named = Object.entries(SHARING_PLACES).flatMap(([query, place]) => (typeof place === "string" ? [] : Object.keys(place).map((file) => `${query} in ${file}`)));
  expect(named.filter((each) => !calls.some(({ query, file }) => each === `${query} in ${path.basename(file, ".ts")}`))).toEqual([]);
});

test("every line stands for a place, and every place for a line", () => {
  const shown = new Set<Sharing>([...Object.values(SHARING_PLACES).flatMap((place) => (typeof place === "string" ? [] : Object.values(place).flatMap((each) => (typeof each === "string" ? [] : each)))), ...SHARED_ELSEWHERE]);
  expect([...shown].sort()).toEqual([...SHARING_KINDS].sort());
});

let now = Date.UTC(2026, 10, 23, 9);
const clock = { now: () => now };
const [NOOR, HENDRIKA, MAARTJE, DAFYDD, SASKIA] = ["e22", "e03", "e37", "e14", "e05"] as const;
const { db, actorOf, close } = await openDemoGrowth({ [NOOR]: [], [HENDRIKA]: [], [MAARTJE]: [], [DAFYDD]: [], [SASKIA]: ["hr_lead"] }, clock);
afterAll(close);

test("a line comes with what makes it and goes when that is taken back", async () => {
  const noor = await actorOf(NOOR);
  const lines = async () => growthProfileView.parse(await ownProfile(db, noor)).sharedNow;
  const counts = async () => Object.fromEntries((await lines()).map(({ what, count }) => [what, count])) as Partial<Record<Sharing, number>>;
  await changeCard(db, noor, null);
  await changeProfile(db, noor, { share: { manager: false, experts: false, groups: false, graph: false } }, clock);
  for (const { id, joined } of await catalogue.listEntries(db, scopeOf(noor))) if (joined) await actOnNetwork(db, noor, { do: "join", id, joined: false });
  // Only what she did just now, in the log.
  expect(Object.keys(await counts())).toEqual(["log"]);

  await changeProfile(db, noor, { share: { manager: true, experts: true, groups: true, graph: true } }, clock);
  const open = await counts();
  expect(Object.keys(open)).toEqual(["skills", "plan", "findable", "picture", "groups", "log"]);
  expect(open.skills).toBe((await ownProfile(db, noor)).skills.length);
  expect(open.plan).toBe(0);

  const target = { kind: "role" as const, id: "plc-commissioning-engineer", text: "" };
  const constraints = { hoursPerWeek: 4, deadline: addMonths("2026-11-23", 7), budget: null, languages: ["en" as const], anySite: false, online: false, aim: "most" as const };
  const plan = await beginPlan(db, noor, { target, constraints, programme: null }, clock);
  await actOnPlan(db, noor, plan.id, { do: "ask-approval" }, clock);
  await actOnPlan(db, noor, plan.id, { do: "rate", courseId: plan.plan.steps[0]?.courseId ?? "", useful: 5, comment: "" }, clock);
  await confirmSkill(db, noor, { do: "ask", skillId: (await ownProfile(db, noor)).skills[0]?.skillId ?? "", colleagueId: MAARTJE }, clock);
  await changeCard(db, noor, { asMentor: true, asMentee: true, capacity: 1, offers: ["solidworks"], wants: ["project-management"], languages: ["en"], avoid: [], shownToMentors: true, note: "" });
  await askMentor(db, noor, { mentorId: DAFYDD, skillId: null, message: "" }, clock);
  await actOnNetwork(db, noor, { do: "join", id: "plc-circle", joined: true });
  await enqueueDocuments(db, systemScope("test"), [{ id: "opening" as DocumentId, kind: "job", acl: ["role:employee"], jobId: "job", title: "PLC engineer", mediaType: "text/markdown", sha256: "opening", sizeBytes: 1, source: "opening.md", titleGiven: true, replacesId: null, uploadedBy: null, demo: false }]);
  await showInterest(db, noor, { openingId: "opening" });
  await sendInterview(db, await actorOf(HENDRIKA), { employeeId: NOOR, answers: { growth: { mark: "change", notes: "" } }, actions: [] });
  // Maartje answers: the confirmation is hers too from now on.
  const maartje = await actorOf(MAARTJE);
  const [asked] = (await ownProfile(db, maartje)).asked;
  const all = await counts();
  expect(all).toMatchObject({ plan: 1, approval: 1, interview: 1, confirmation: 1, pair: 1, wish: 1, "mentor-card": 1, community: 1, ratings: 1, interest: 1, round: 1 });
  expect(SHARING_KINDS.filter((kind) => all[kind] === undefined)).toEqual(["confirmed"]);
  await confirmSkill(db, maartje, { do: "answer", employeeId: NOOR, skillId: asked?.skillId ?? "", confirm: true, level: asked?.level ?? 0, text: "" }, clock);
  expect((await ownProfile(db, maartje)).sharedNow).toContainEqual({ what: "confirmed", count: 1 });

  const [interview] = (await ownInterviews(db, noor)).interviews;
  await answerInterview(db, noor, { id: interview?.id ?? "", keep: false });
  await actOnNetwork(db, noor, { do: "join", id: "plc-circle", joined: false });
  await changeCard(db, noor, null);
  await actOnPlan(db, noor, plan.id, { do: "drop" }, clock);
  await changeProfile(db, noor, { share: { manager: false, experts: false, groups: false, graph: false } }, clock);
  now += 1000;
  // What cannot be taken back stays said: a request that was declined, ratings, what recruiters were told.
  expect(Object.keys(await counts())).toEqual(["pair", "ratings", "interest", "log"]);
});
