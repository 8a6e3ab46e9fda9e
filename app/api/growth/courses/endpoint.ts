/** @file POST /api/growth/courses: courses from a CSV, xAPI or SCORM file. */
import { courseImport } from "@/lib/contracts/growth-organisation";
import { importCourses } from "@/lib/server/growth/organisation";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ action: "growth:manage", input: courseImport }, async ({ actor, input }) => importCourses((await services()).db, actor, input));
