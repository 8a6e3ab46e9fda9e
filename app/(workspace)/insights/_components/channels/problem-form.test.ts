/** @file The form of the channel budget: effects by role appear with the second role, further limits are counted while closed. */
import { Tooltip } from "radix-ui";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ChannelProblemView } from "@/lib/contracts/insights-channels";
import { ProblemForm } from "./problem-form";

const FITTER = { id: "f", name: "Fitter", hires: 1 };
const ENGINEER = { id: "e", name: "Engineer", hires: 1 };
const PROBLEM: ChannelProblemView = { goal: "most", currency: "EUR", channels: [{ id: "fair", name: "Fair", unitCost: 1, effect: 0.5 }, { id: "board", name: "Board", unitCost: 1, effect: 0.25 }], roles: [FITTER], budgets: [1], whole: true };

const shown = (problem: ChannelProblemView): string => renderToStaticMarkup(createElement(Tooltip.Provider, null, createElement(ProblemForm, { problem, onChange: () => undefined })));
const labels = (html: string): string[] => [...html.matchAll(/<input[^>]* aria-label="([^"]*)"/g)].map(([, label]) => label ?? "").filter((label) => label.startsWith("Hires per unit for"));

test("a field for each channel and role from two roles on, with the channel's own figure while it is empty", () => {
  expect(labels(shown(PROBLEM))).toEqual([]);
  const html = shown({ ...PROBLEM, roles: [FITTER, ENGINEER] });
  expect(labels(html)).toEqual(["Hires per unit for Fitter: Fair", "Hires per unit for Engineer: Fair", "Hires per unit for Fitter: Board", "Hires per unit for Engineer: Board"]);
  expect(html).toMatch(/aria-label="Hires per unit for Engineer: Board"[^>]*placeholder="0.25"/);
});

test("a figure for the only role left stays in sight, with its interval", () => {
  const html = shown({ ...PROBLEM, channels: PROBLEM.channels.map((channel) => (channel.id === "fair" ? { ...channel, byRole: { f: { effect: 0.9, range: { low: 0.4, high: 1.6 } } } } : channel)) });
  expect(labels(html)).toContain("Hires per unit for Fitter: Fair");
  expect(html).toContain("0.40 … 1.60");
});

test("closed limits are counted on their summary; a group's share without groups is said", () => {
  expect(shown(PROBLEM)).toMatch(/<summary[^>]*>More limits<\/summary>/);
  const html = shown({ ...PROBLEM, largestGroupShare: 0.5, carryOver: false, budgets: [1, 1] });
  expect(html).toMatch(/<summary[^>]*>More limits \(2 set\)<\/summary>/);
  expect(html).toContain("No channel has a group yet");
  expect(shown({ ...PROBLEM, largestGroupShare: 0.5, channels: PROBLEM.channels.map((channel) => ({ ...channel, group: "online" })) })).not.toContain("No channel has a group yet");
});
