/** @file myGap: what a target asks for that one's own profile does not show. Only ever of the person who asks. */
import { growthTool } from "../growth/growth-tool";

export const myGap = growthTool("my-gap");
