/** @file The textbook case: 50 hires, three channels, a budget of 1,000,000. Example on the screen, case of the test. */
import type { ChannelProblem } from "./types";

export const TEXTBOOK: ChannelProblem = {
  goal: "cheapest",
  currency: "CNY",
  channels: [
    { id: "school", name: "School", unitCost: 2000, effect: 0.8 },
    { id: "social", name: "Social", unitCost: 1000, effect: 0.5 },
    { id: "forum", name: "Forum", unitCost: 1500, effect: 0.6 },
  ],
  roles: [{ id: "any", name: "Hires", hires: 50 }],
  budgets: [1_000_000],
  whole: true,
};
