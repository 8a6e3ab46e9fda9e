/**
 * @file The assistant's tools, in the order in which equals win. To add one: one file here, one line below.
 */
import { aboutPerson } from "./about-person";
import { addToShortlist } from "./add-to-shortlist";
import { attritionCauses } from "./attrition-causes";
import { candidateSearch } from "./candidate-search";
import { careerOptions } from "./career-options";
import { channelEffect } from "./channel-effect";
import { draftLetter } from "./draft-letter";
import { explainStep } from "./explain-step";
import { findMentor } from "./find-mentor";
import { matchOpening } from "./match-opening";
import { myCase } from "./my-case";
import { myGap } from "./my-gap";
import { myPlan } from "./my-plan";
import { outOfScope } from "./out-of-scope";
import { policyQuestion } from "./policy-question";
import { skillClusters } from "./skill-clusters";
import { smallTalk } from "./small-talk";
import { OPEN_BETWEEN } from "../candidates/request-kind";
import { whyAbove } from "./why-above";
import type { Tool, ToolContext, Understood } from "./tool";

export const TOOLS: readonly Tool[] = [smallTalk, outOfScope, attritionCauses, channelEffect, skillClusters, explainStep, findMentor, careerOptions, myGap, myPlan, addToShortlist, draftLetter, matchOpening, whyAbove, aboutPerson, candidateSearch, myCase, policyQuestion];

/** Up to this a tool's own rules do not settle it. */
const UNSURE = 0.7;

export interface Choice {
  readonly tool: Tool;
  /** Another tool that the question may as well have been for; its answer is one click away. */
  readonly other: Tool | null;
}

/** @returns the tool that is surest of the question; where rules leave it open, after a look into the documents */
export async function chooseTool(understood: Understood, context: ToolContext, tools: readonly Tool[] = TOOLS): Promise<Choice> {
  const rated = tools.map((tool) => ({ tool, sureness: tool.recognise(understood, context.request) }));
  const first = surest(rated);
  const capabilities = context.request.capabilities;
  const weighing = tools.find((tool) => tool.weigh !== undefined && tool.capability !== null && capabilities.has(tool.capability));
  if (first.sureness > UNSURE || !weighing?.weigh || first.tool.capability === null || !capabilities.has(first.tool.capability)) return { tool: first.tool, other: null };
  const sureness = await weighing.weigh(understood, context);
  const others = rated.filter(({ tool }) => tool !== weighing);
  const chosen = surest([...others, { tool: weighing, sureness }]);
  const isOpen = sureness > OPEN_BETWEEN[0] && sureness < OPEN_BETWEEN[1];
  return { tool: chosen.tool, other: isOpen ? (chosen.tool === weighing ? surest(others).tool : weighing) : null };
}

function surest(rated: readonly { readonly tool: Tool; readonly sureness: number }[]): { readonly tool: Tool; readonly sureness: number } {
  return rated.reduce((best, next) => (next.sureness > best.sureness ? next : best));
}
