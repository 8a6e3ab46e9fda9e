/** @file myPlan: steps in order, within the hours, deadline, budget and languages that were said. Only ever of the person who asks. */
import { growthTool } from "../growth/growth-tool";

export const myPlan = growthTool("my-plan");
