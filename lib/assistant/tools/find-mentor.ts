/** @file findMentor: mentors who opted in, and colleagues who let themselves be found by a skill. Only ever of the person who asks. */
import { growthTool } from "../growth/growth-tool";

export const findMentor = growthTool("find-mentor");
