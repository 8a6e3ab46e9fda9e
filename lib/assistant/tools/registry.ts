/**
 * @file The assistant's tools, in the order in which equals win. To add one: one file here, one line below.
 */
import { aboutPerson } from "./about-person";
import { addToShortlist } from "./add-to-shortlist";
import { attritionCauses } from "./attrition-causes";
import { candidateSearch } from "./candidate-search";
import { careerOptions } from "./career-options";
import { channelEffect } from "./channel-effect";
import { commentThemes } from "./comment-themes";
import { draftLetter } from "./draft-letter";
import { explainStep } from "./explain-step";
import { findMentor } from "./find-mentor";
import { matchOpening } from "./match-opening";
import { myCase } from "./my-case";
import { myGap } from "./my-gap";
import { myPlan } from "./my-plan";
import { performanceOutlook } from "./performance-outlook";
import { outOfScope, OUT_OF_SCOPE_SURE } from "./out-of-scope";
import { policyQuestion } from "./policy-question";
import { skillClusters } from "./skill-clusters";
import { smallTalk } from "./small-talk";
import { OPEN_BETWEEN } from "../candidates/request-kind";
import { chanceForDocuments, isForDocuments } from "../../knowledge/retrieval/learned-intent";
import { whyAbove } from "./why-above";
import type { Tool, ToolContext, Understood } from "./tool";

export const TOOLS: readonly Tool[] = [smallTalk, outOfScope, attritionCauses, performanceOutlook, commentThemes, channelEffect, skillClusters, explainStep, findMentor, careerOptions, myGap, myPlan, addToShortlist, draftLetter, matchOpening, whyAbove, aboutPerson, candidateSearch, myCase, policyQuestion];

/** Up to this a tool's own rules do not settle it. */
const UNSURE = 0.7;

/** Asks for somebody to learn from, not for somebody to hire. */
const FOR_ONESELF = /\b(?:mentor|coach|tutor|teach|me|i)\b|导师|师傅|教练|我/i;

export interface Choice {
  readonly tool: Tool;
  /** Another tool that the question may as well have been for; its answer is one click away. */
  readonly other: Tool | null;
}

/** @returns the tool that is surest of the question; where rules leave it open, after a look into the documents */
export async function chooseTool(understood: Understood, context: ToolContext, tools: readonly Tool[] = TOOLS): Promise<Choice> {
  const rated = await asTaught(tools.map((tool) => ({ tool, sureness: tool.recognise(understood, context.request) })), understood, context);
  const first = surest(rated);
  const capabilities = context.request.capabilities;
  // "Who knows Kafka?" from somebody who hires may mean colleagues or candidates.
  if (first.tool === findMentor && capabilities.has("candidates") && !FOR_ONESELF.test(understood.question)) return { tool: findMentor, other: candidateSearch };
  const weighing = tools.find((tool) => tool.weigh !== undefined && tool.capability !== null && capabilities.has(tool.capability));
  if (first.sureness > UNSURE || !weighing?.weigh || first.tool.capability === null || !capabilities.has(first.tool.capability)) return { tool: first.tool, other: null };
  const sureness = await weighing.weigh(understood, context);
  const others = rated.filter(({ tool }) => tool !== weighing);
  const chosen = surest([...others, { tool: weighing, sureness }]);
  const isOpen = sureness > OPEN_BETWEEN[0] && sureness < OPEN_BETWEEN[1];
  return { tool: chosen.tool, other: isOpen ? (chosen.tool === weighing ? surest(others).tool : weighing) : null };
}

interface Rated {
  readonly tool: Tool;
  readonly sureness: number;
}

/**
 * What reviewers taught of questions that no document could answer moves between the documents and "not what I am for", and
 * between these two alone: every other tool's rules stand. A follow-up is read whole.
 */
async function asTaught(rated: readonly Rated[], { question }: Understood, { request, knowledge, time }: ToolContext): Promise<readonly Rated[]> {
  const intent = request.learned?.intent;
  const { tool } = surest(rated);
  if (!intent || (tool !== policyQuestion && tool !== outOfScope)) return rated;
  const started = performance.now();
  const encoder = request.learned?.space?.encoder ?? knowledge.encoder;
  const [vector] = await encoder.embed([question], { signal: request.signal });
  time("intent", performance.now() - started);
  if (!vector) return rated;
  const sureness = isForDocuments(chanceForDocuments(vector, tool === outOfScope, intent)) ? 0 : OUT_OF_SCOPE_SURE;
  return rated.map((one) => (one.tool === outOfScope ? { ...one, sureness } : one));
}

function surest(rated: readonly Rated[]): Rated {
  return rated.reduce((best, next) => (next.sureness > best.sureness ? next : best));
}
