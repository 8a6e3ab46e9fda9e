/**
 * @file Mentor assignment: no blocking pair on 200 random instances by an independent check, the company's rules, time
 * zones, and a reason for whoever got nobody.
 */
import { describe, expect, it } from "vitest";
import { createRng, shuffled } from "../../core/rng";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import type { MentorOffer, MentorWish } from "../network-types";
import { assignMentors, rankMentors } from "./assign-mentors";
import { commonHours } from "./mentor-fit";
import { stableAssignment, type Preferences } from "./stable-assignment";

const CONTEXT = { taxonomy: BASE_TAXONOMY, on: "2027-01-15" };

function randomPreferences(seed: number): Preferences {
  const random = createRng(seed);
  const proposers = Array.from({ length: 1 + Math.floor(random() * 12) }, (_, i) => `p${i}`);
  const receivers = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, i) => `r${i}`);
  const some = (all: readonly string[]) => shuffled(all, random).slice(0, Math.floor(random() * (all.length + 1)));
  return {
    proposers: new Map(proposers.map((id) => [id, some(receivers)])),
    receivers: new Map(receivers.map((id) => [id, some(proposers)])),
    capacity: new Map(receivers.map((id) => [id, Math.floor(random() * 4)])),
  };
}

/** One of everything by lot: wishes, places, languages, refusals, and own orders on both sides that name some of the others. */
function randomRound(seed: number) {
  const random = createRng(seed);
  const skills = ["plc-programming", "welding", "leadership", "project-management"];
  const some = <T>(all: readonly T[], least: number) => shuffled(all, random).slice(0, least + Math.floor(random() * (all.length + 1 - least)));
  const mentees = Array.from({ length: 1 + Math.floor(random() * 9) }, (_, i) => `p${i}`);
  const mentors = Array.from({ length: 1 + Math.floor(random() * 5) }, (_, i) => `r${i}`);
  return {
    wishes: mentees.map((id) => wish(id, { skillIds: some(skills, 1), languages: some(["en", "zh"] as const, 1), notWith: random() < 0.3 ? some(mentors, 0) : [] })),
    offers: mentors.map((id) => offer(id, { skills: some(skills, 1).map((skillId) => ({ skillId, level: 3 as const })), capacity: Math.floor(random() * 3), site: random() < 0.5 ? "Rotterdam" : "Leeds" })),
    orders: { mentees: new Map(mentees.map((id) => [id, some(mentors, 0)])), mentors: new Map(mentors.map((id) => [id, some(mentees, 0)])) },
  };
}

/** Pairs who both would rather have each other. Own code, straight from the definition. */
function blockingPairs({ proposers, receivers, capacity }: Preferences, got: ReadonlyMap<string, string>): string[] {
  const blocking: string[] = [];
  for (const [p, wants] of proposers) {
    for (const r of wants) {
      const list = receivers.get(r) ?? [];
      if (!list.includes(p) || got.get(p) === r) continue;
      const now = got.get(p);
      const prefers = now === undefined || wants.indexOf(r) < wants.indexOf(now);
      const holds = [...got].filter(([, receiver]) => receiver === r).map(([id]) => id);
      const room = holds.length < (capacity.get(r) ?? 0);
      const better = (capacity.get(r) ?? 0) > 0 && holds.some((id) => list.indexOf(p) < list.indexOf(id));
      if (prefers && (room || better)) blocking.push(`${p}–${r}`);
    }
  }
  return blocking;
}

describe("stableAssignment", () => {
  it("leaves no blocking pair and keeps capacities on 200 random instances", () => {
    let assigned = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const preferences = randomPreferences(seed);
      const got = stableAssignment(preferences);
      assigned += got.size;
      expect(blockingPairs(preferences, got), `seed ${seed}`).toEqual([]);
      for (const [id, places] of preferences.capacity) expect([...got.values()].filter((r) => r === id).length).toBeLessThanOrEqual(places);
      for (const [p, r] of got) expect(preferences.proposers.get(p)?.includes(r) && preferences.receivers.get(r)?.includes(p)).toBe(true);
    }
    expect(assigned).toBeGreaterThan(200);
  });

  it("the check itself notices a blocking pair", () => {
    const preferences: Preferences = { proposers: new Map([["p", ["r"]]]), receivers: new Map([["r", ["p"]]]), capacity: new Map([["r", 1]]) };
    expect(blockingPairs(preferences, new Map())).toEqual(["p–r"]);
  });
});

const wish = (employeeId: string, changes: Partial<MentorWish> = {}): MentorWish => ({ employeeId, skillIds: ["plc-programming"], languages: ["en"], site: "Rotterdam", timeZone: "Europe/Amsterdam", department: "Controls", managers: ["boss"], notWith: [], ...changes });
const offer = (employeeId: string, changes: Partial<MentorOffer> = {}): MentorOffer => ({ employeeId, skills: [{ skillId: "plc-programming", level: 4 }], languages: ["en"], site: "Rotterdam", timeZone: "Europe/Amsterdam", department: "Test", capacity: 1, managers: [], ...changes });

describe("assignMentors", () => {
  it("never pairs within a reporting line, against a wish, without a common language, or a manager with their department", () => {
    const offers = [offer("boss"), offer("unwanted"), offer("chinese", { languages: ["zh"] }), offer("head", { department: "Controls", managesPeople: true }), offer("full", { capacity: 0 })];
    expect(rankMentors(wish("m", { notWith: ["unwanted"] }), offers, CONTEXT)).toEqual([]);
    const { pairs, unmatched } = assignMentors([wish("m", { notWith: ["unwanted"] })], offers, CONTEXT);
    expect(pairs).toEqual([]);
    expect(unmatched[0]?.reason.en).toContain("reporting line");
  });

  it("gives the one place to whom the mentor can help more, or to whom the mentor prefers", () => {
    const wishes = [wish("a", { skillIds: ["welding", "plc-programming"] }), wish("b")];
    const first = assignMentors(wishes, [offer("m")], CONTEXT);
    expect(first.pairs.map(({ menteeId }) => menteeId)).toEqual(["b"]);
    expect(first.unmatched[0]?.reason.zh).toContain("名额");
    const second = assignMentors(wishes, [offer("m")], { ...CONTEXT, orders: { mentors: new Map([["m", ["a"]]]) } });
    expect(second.pairs.map(({ menteeId }) => menteeId)).toEqual(["a"]);
  });

  it("leaves no pair who would both rather have each other where both sides have their own orders, on 200 random rounds", () => {
    let [turned, assigned] = [0, 0];
    for (let seed = 1; seed <= 200; seed++) {
      const { wishes, offers, orders } = randomRound(seed);
      const got = new Map(assignMentors(wishes, offers, { ...CONTEXT, orders }).pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]));
      // Whom each would take, most wanted first: named first, in that order; then by fit.
      const matches = wishes.flatMap((each) => rankMentors(each, offers, CONTEXT));
      const sorted = (own: readonly string[], others: readonly { readonly id: string; readonly worth: number }[]) => [...own.filter((id) => others.some((other) => other.id === id)), ...others.filter(({ id }) => !own.includes(id)).sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1)).map(({ id }) => id)];
      const preferences: Preferences = {
        proposers: new Map(wishes.map(({ employeeId }) => [employeeId, sorted(orders.mentees.get(employeeId) ?? [], matches.filter(({ menteeId }) => menteeId === employeeId).map(({ mentorId, total }) => ({ id: mentorId, worth: total })))])),
        receivers: new Map(offers.map(({ employeeId }) => [employeeId, sorted(orders.mentors.get(employeeId) ?? [], matches.filter(({ mentorId }) => mentorId === employeeId).map((match) => ({ id: match.menteeId, worth: match.parts.skills + match.parts.hours / 100 })))])),
        capacity: new Map(offers.map(({ employeeId, capacity }) => [employeeId, capacity])),
      };
      expect(blockingPairs(preferences, got), `seed ${seed}`).toEqual([]);
      assigned += got.size;
      const without = new Map(assignMentors(wishes, offers, CONTEXT).pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]));
      if ([...got].some(([mentee, mentor]) => without.get(mentee) !== mentor)) turned += 1;
    }
    expect(assigned).toBeGreaterThan(200);
    // The orders are heard: in many rounds they make another assignment than fit alone.
    expect(turned).toBeGreaterThan(50);
  });

  it("knows the hours that two sites share, summer time included", () => {
    expect(commonHours("Europe/Amsterdam", "Asia/Shanghai", "2027-01-15")).toBe(3);
    expect(commonHours("Europe/Amsterdam", "Asia/Shanghai", "2027-07-15")).toBe(4);
    expect(commonHours("Europe/London", "Europe/London", "2027-07-15")).toBe(10);
  });
});
