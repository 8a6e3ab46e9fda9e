/**
 * @file The assistant's tools, in the order in which equals win. To add one: one file here, one line below.
 */
import { candidateSearch } from "./candidate-search";
import { outOfScope } from "./out-of-scope";
import { policyQuestion } from "./policy-question";
import { smallTalk } from "./small-talk";
import type { Tool, Understood } from "./tool";
import type { AskRequest } from "../types";

export const TOOLS: readonly Tool[] = [smallTalk, outOfScope, candidateSearch, policyQuestion];

/** @returns the tool that is surest of the question */
export function chooseTool(understood: Understood, request: AskRequest, tools: readonly Tool[] = TOOLS): Tool {
  const rated = tools.map((tool) => ({ tool, sureness: tool.recognise(understood, request) }));
  return rated.reduce((best, next) => (next.sureness > best.sureness ? next : best)).tool;
}
