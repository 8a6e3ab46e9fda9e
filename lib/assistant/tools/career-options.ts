/** @file careerOptions: roles near by skills and by moves that people made. Only ever of the person who asks. */
import { growthTool } from "../growth/growth-tool";

export const careerOptions = growthTool("career-options");
