/** @file explainStep: why a step is in one's plan, and what needs it. Only ever of the person who asks. */
import { growthTool } from "../growth/growth-tool";

export const explainStep = growthTool("explain-step");
