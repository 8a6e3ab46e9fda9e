/**
 * @file Where somebody else reads something of a person's growth: every query of growth, and for those that can show others' rows
 * each file that calls it, with the lines of "Who sees what" that this makes. A query or a caller that is missing here fails
 * sharing.test.ts (a query also the types): whoever shows something new says so on the profile page as well.
 */
import type * as catalogue from "../../../db/queries/growth-catalogue";
import type * as mentoring from "../../../db/queries/growth-mentoring";
import type * as people from "../../../db/queries/growth-people";
import type * as plans from "../../../db/queries/growth-plans";
import type { Sharing } from "../../contracts/growth-sharing";

type Query = Exclude<keyof typeof catalogue | keyof typeof mentoring | keyof typeof people | keyof typeof plans, "readableGrowth" | "ownGrowth">;

/**
 * writes: changes rows · own: only the reader's own rows, by its condition · directory: name and post, as every colleague knows
 * them · company: no row of a person
 */
type Harmless = "writes" | "own" | "directory" | "company";
/** The caller's rows are the reader's own there; or it only reckons and shows nobody anything (budgets, reminders to the person themselves). */
type Inward = "own" | "inward";
export type Callers = Readonly<Record<string, Inward | readonly Sharing[]>>;

export const SHARING_PLACES: Readonly<Record<Query, Harmless | Callers>> = {
  addCards: "writes", addCatalogue: "writes", addEntry: "writes", addInterview: "writes", addMembers: "writes", addPair: "writes", addPlan: "writes", addProfiles: "writes", addRunningPairs: "writes", answerPair: "writes",
  decideApproval: "writes", decideInterview: "writes", deleteCard: "writes", deleteGrowthOf: "writes", deleteSkill: "writes", deleteUnanswered: "writes", joinEntry: "writes", leaveOrders: "writes", markReminded: "writes",
  putCard: "writes", putCourseFeedback: "writes", putCourses: "writes", putEvidence: "writes", putMenteeOrder: "writes", putMoves: "writes", putProfile: "writes", putRoles: "writes", putSkill: "writes", removeEntry: "writes", replacePlan: "writes",
  setCourseOffered: "writes", setMeeting: "writes", setPlan: "writes", setStep: "writes",
  coursesById: "company", listCatalogue: "company", listCourses: "company", listMoves: "company", listRoles: "company", retiredAmong: "company",
  listColleagues: "directory", peopleById: "directory", requireOwnEntry: "own",
  findCard: "own", ownRatings: "own", requireOwnPlan: "own",
  countConfirmedBy: { sharing: "own" },
  courseRatings: { planner: ["ratings"] },
  findProfile: { "assistant-port": "own", careers: "own", "mentor-market": "own", "own-goal": "own", "own-interests": "own", profile: "own", "shared-profile": ["skills", "plan"], team: ["skills", "plan"] },
  listApprovals: { home: ["approval"], team: ["approval"] },
  listAskedOf: { home: ["confirmation"], profile: ["confirmation"] },
  listCards: { "mentor-market": ["mentor-card", "wish", "round"] },
  listCommunitiesOf: { collaboration: ["picture"] },
  listCounted: { release: ["groups"] },
  listCountedPlans: { release: ["groups"] },
  listDone: { planner: "own" },
  listDue: { reminders: "inward" },
  listEntries: { network: ["community"], sharing: "own" },
  listEveryPair: { collaboration: ["picture"], "mentor-market": "inward" },
  listHolding: { "retired-courses": "inward" },
  listGroupSkills: { release: ["groups"] },
  listInGraph: { collaboration: ["picture"] },
  listInterviews: { interviews: ["interview"], sharing: "own" },
  listPairs: { home: ["pair"], mentoring: ["pair"], sharing: "own" },
  listPlans: { "assistant-port": "own", home: "own", "own-goal": "own", plans: "own", "shared-profile": ["plan"], sharing: "own", team: ["plan"] },
  listPlansSince: { "company-budget": "inward" },
  listRatings: { release: ["groups"] },
  listSharedSkills: { experts: ["findable"] },
  listSkills: { careers: "own", choices: "own", "cv-check-data": "own", gap: "own", home: "own", mentoring: "own", plans: "own", profile: ["confirmed"], "shared-profile": ["skills", "confirmed"], team: ["skills"] },
  listSteps: { "company-budget": "inward", plans: ["plan"], release: ["groups"] },
};

/** Shown through what is no query of growth: the bell of those who recruit, and the audit log. */
export const SHARED_ELSEWHERE: readonly Sharing[] = ["interest", "log"];
