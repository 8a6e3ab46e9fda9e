/**
 * @file Every screen of the product: its route as the folders name it, who looks at it, and where, when an address needs
 * something that is there (an id, insights switched on). A screen that is missing here fails screens-for-everyone.spec.ts.
 */
import path from "node:path";
import type { Page } from "@playwright/test";
import type { Person } from "../fixtures";
import { ask, changedDocument, firstLink } from "./states";

export const APP_FOLDER = path.resolve(import.meta.dirname, "../../app");

export interface Visit {
  readonly as: Person | "nobody";
  /** The address, or how to find it from a signed-in page; the route itself when absent. */
  readonly at?: string | ((page: Page) => Promise<string>);
}

const APPROVAL = { purpose: "Offer support to teams early; never rank or dismiss anyone.", legalBasis: "Works agreement 12/2026", consultation: "Works council heard, agreed", approvedBy: "Gwendolyn Hartshorne", approvedOn: "2026-01-15" };

/** Insights under an approval, with a table of the demo company, its columns mapped as guessed. @returns its id */
async function withInsights(page: Page, table: string): Promise<string> {
  const { approval } = await ask<{ approval: object | null }>(page, "/api/insights");
  if (!approval) await ask(page, "/api/insights/approval", APPROVAL);
  const { id } = await ask<{ id: string }>(page, "/api/insights/tables", { demo: table });
  const { mapping } = await ask<{ mapping: object }>(page, `/api/insights/tables/${id}`);
  await ask(page, `/api/insights/tables/${id}/mapping`, { mapping, save: true });
  return id;
}

const insightScreen = (route: string, table: string) => async (page: Page): Promise<string> => {
  await withInsights(page, table);
  return route;
};

/** A shortlist of the first opening, shared with whoever asks. */
async function sharedShortlist(page: Page): Promise<string> {
  const me = await ask<{ id: string }>(page, "/api/me");
  const { openings } = await ask<{ openings: { documentId: string; work: object | null }[] }>(page, "/api/recruiting/openings");
  for (const { documentId: id, work } of openings) {
    if (!work) continue;
    const { applications } = await ask<{ applications: { id: string }[] }>(page, `/api/recruiting/openings/${id}`);
    if (applications.length === 0) continue;
    const at = `/api/recruiting/openings/${id}/shortlists`;
    await ask(page, at, { shortlist: null, name: `For a look at ${Date.now()}`, entries: applications.slice(0, 2).map((one) => ({ application: one.id, reason: "Tenders led, quoted from the work" })) });
    const { shortlists } = await ask<{ shortlists: { id: string; name: string }[] }>(page, at);
    const made = shortlists.find(({ name }) => name.startsWith("For a look"));
    const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const { link } = await ask<{ link: string }>(page, `${at}/share`, { shortlist: made?.id, userId: me.id, until, masked: false });
    return `/jobs/shared/${link}`;
  }
  throw new Error("the demo company has no opening with candidates");
}

/** Any policy. */
async function firstPolicy(page: Page): Promise<string> {
  const { documents } = await ask<{ documents: { id: string }[] }>(page, "/api/documents?kind=policy");
  return documents[0]?.id ?? "";
}

/** The interview of the first of one's team. */
async function firstInterview(page: Page): Promise<string> {
  const { people } = await ask<{ people: { id: string }[] }>(page, "/api/growth/team");
  return `/growth/team/interview?person=${people[0]?.id ?? ""}`;
}

/** Route → who looks. */
export const SCREENS: Readonly<Record<string, readonly Visit[]>> = {
  "/": [{ as: "employee" }],
  "/sign-in": [{ as: "nobody" }],
  "/invitation": [{ as: "nobody", at: "/invitation#gone" }],
  "/removed": [{ as: "nobody" }],
  "/chat/[[...id]]": [{ as: "employee", at: "/chat" }, { as: "recruiter", at: "/chat" }],
  "/feedback": [{ as: "employee" }],
  "/inbox": [{ as: "hr_lead" }],
  "/inbox/mine": [{ as: "employee" }],
  "/inbox/topics": [{ as: "hr_lead" }],
  "/tasks": [{ as: "hr_lead" }],
  "/documents": [{ as: "hr_lead" }, { as: "employee" }],
  "/documents/[id]": [{ as: "hr_lead", at: async (page) => `/documents/${await firstPolicy(page)}` }],
  "/documents/[id]/changes": [{ as: "hr_lead", at: async (page) => `/documents/${await changedDocument(page)}/changes` }],
  "/candidates": [{ as: "recruiter" }],
  "/candidates/[id]": [{ as: "recruiter", at: firstLink("/candidates") }],
  "/candidates/receipts": [{ as: "hr_lead" }, { as: "recruiter" }],
  "/jobs": [{ as: "recruiter" }],
  "/jobs/[id]": [{ as: "recruiter", at: firstLink("/jobs") }],
  "/jobs/shared/[id]": [{ as: "recruiter", at: sharedShortlist }],
  "/jobs/skills": [{ as: "recruiter" }],
  "/jobs/weights": [{ as: "hr_lead" }],
  "/fairness": [{ as: "hr_lead" }],
  "/growth": [{ as: "employee" }],
  "/growth/careers": [{ as: "employee" }],
  "/growth/cv-check": [{ as: "employee" }],
  "/growth/my-case": [{ as: "employee" }],
  // A mentor has those who wait on it, in order.
  "/growth/network": [{ as: "employee" }, { as: "mentor" }],
  "/growth/network/graph": [{ as: "employee" }],
  "/growth/organisation": [{ as: "hr_lead" }],
  "/growth/organisation/offering": [{ as: "hr_lead" }],
  "/growth/plan": [{ as: "employee" }],
  "/growth/profile": [{ as: "employee" }],
  "/growth/team": [{ as: "hr_lead" }],
  "/growth/team/interview": [{ as: "hr_lead", at: firstInterview }],
  "/review": [{ as: "reviewer" }],
  "/review/trust": [{ as: "hr_lead" }],
  "/models": [{ as: "reviewer" }, { as: "hr_lead" }],
  "/people": [{ as: "hr_lead" }],
  "/audit": [{ as: "hr_lead" }, { as: "admin" }],
  "/users": [{ as: "admin" }],
  "/settings": [{ as: "admin" }],
  "/insights": [{ as: "hr_lead", at: insightScreen("/insights", "people") }],
  "/insights/data": [{ as: "hr_lead", at: insightScreen("/insights/data", "reviews") }],
  "/insights/data/[id]": [{ as: "hr_lead", at: async (page) => `/insights/data/${await withInsights(page, "people")}` }],
  "/insights/data/[id]/label": [{ as: "hr_lead", at: async (page) => `/insights/data/${await withInsights(page, "comments")}/label` }],
  "/insights/attrition": [{ as: "hr_lead", at: insightScreen("/insights/attrition", "people") }],
  "/insights/performance": [{ as: "hr_lead", at: insightScreen("/insights/performance", "reviews") }],
  "/insights/clusters": [{ as: "hr_lead", at: insightScreen("/insights/clusters", "skills") }],
  "/insights/channels": [{ as: "hr_lead", at: insightScreen("/insights/channels", "hires") }],
  "/insights/synthetic": [{ as: "hr_lead", at: insightScreen("/insights/synthetic", "people") }],
  "/insights/text": [{ as: "hr_lead", at: insightScreen("/insights/text", "comments") }],
  "/insights/me": [{ as: "employee" }],
};
