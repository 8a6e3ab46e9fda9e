/** @file The company's own skills: GET what is there; POST what a table would change, or take it in. */
import { companySkillsRequest } from "@/lib/contracts/company-skills";
import { companySkills, importCompanySkills } from "@/lib/server/recruiting/company-skills";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "openings:recruit" }, async () => companySkills(await services()));
export const POST = route({ action: "openings:recruit", input: companySkillsRequest }, async ({ actor, input }) => importCompanySkills(await services(), actor, input));
