/**
 * @file Who of the demo company stands in the picture of who works with whom, what they work on, what they joined, whom they
 * mentor, and who looks for a mentor. Invented. Nine people joined or work along without standing in the picture: as in a
 * real company, most have not agreed.
 */
import type { Words } from "../../../lib/growth/types";

const someone = (employeeId: string, ...projects: string[]) => ({ employeeId, projects });

/** Agreed to be shown, with the projects and teams that they name themselves. */
export const DEMO_IN_GRAPH: readonly { readonly employeeId: string; readonly projects: readonly string[] }[] = [
  someone("e03", "Kattendijk barrier", "GD-40 drive family"),
  someone("e06", "Kattendijk barrier", "Sensor platform"),
  someone("e07", "Melt shop renewal"),
  someone("e08", "GD-40 drive family", "Cabinet standard 控制柜标准化"),
  someone("e09", "Sea lock Emden"),
  someone("e10", "Sea lock Emden"),
  someone("e11", "Supplier audits 2026"),
  someone("e12", "Supplier audits 2026"),
  someone("e14", "Sensor platform"),
  someone("e15", "Three-site safety week"),
  someone("e24", "GD-40 drive family"),
  someone("e25", "Melt shop renewal", "Apprentice workshop"),
  someone("e26", "Three-site safety week"),
  someone("e27"),
  someone("e28", "Apprentice workshop"),
  someone("e29", "Apprentice workshop"),
  someone("e35", "Supplier audits 2026", "Melt shop renewal"),
  someone("e36", "Sea lock Emden"),
  someone("e37", "Sensor platform", "Sea lock Emden"),
  someone("e38", "Sea lock Emden"),
  someone("e40", "Apprentice workshop"),
  someone("e43", "Sea lock Emden", "Cabinet standard 控制柜标准化"),
  someone("e44", "Kattendijk barrier"),
  someone("e45", "Supplier audits 2026"),
  someone("e46", "Three-site safety week", "Melt shop renewal"),
];

/** Community → who joined. */
export const DEMO_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  "tide-talks": ["e02", "e06", "e14", "e19", "e27", "e28", "e33", "e35", "e44"],
  "plc-circle": ["e06", "e09", "e23", "e37", "e38", "e41", "e43"],
};

/** Mentorships that run, inside what the mentors' cards offer. */
export const DEMO_PAIRS: readonly { readonly mentorId: string; readonly menteeId: string; readonly skillId: string; readonly reason: Words }[] = [
  { mentorId: "e09", menteeId: "e43", skillId: "commissioning", reason: { en: "Commissioning at level 4; in Rotterdam, 3 working hours in common.", zh: "调试 4 级；在鹿特丹，每天有 3 个共同工作小时。" } },
  { mentorId: "e25", menteeId: "e40", skillId: "pattern-making", reason: { en: "Pattern making at level 4; same site.", zh: "模样制作 4 级；同一厂区。" } },
  { mentorId: "e35", menteeId: "e46", skillId: "root-cause-analysis", reason: { en: "Root cause analysis at level 4; same site.", zh: "根因分析 4 级；同一厂区。" } },
];

/** Cards of people who would like a mentor: the next round is for them. One of them does not show the wish to mentors. */
export const DEMO_MENTEES: readonly { readonly employeeId: string; readonly wants: readonly string[]; readonly shown: boolean }[] = [
  { employeeId: "e36", wants: ["leadership", "conflict-resolution"], shown: true },
  { employeeId: "e39", wants: ["quality-management", "root-cause-analysis"], shown: true },
  { employeeId: "e42", wants: ["hydraulics", "mechanical-assembly"], shown: false },
  { employeeId: "e45", wants: ["tendering", "contract-management"], shown: true },
];
