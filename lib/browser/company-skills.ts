/** @file The company's own skills from the screen's side. */
import { companySkillsChange, companySkillsPage, type CompanySkillsChange, type CompanySkillsPage, type CompanySkillsRequest } from "../contracts/company-skills";
import { taughtSkills, type TaughtAnswer, type TaughtSkills } from "../contracts/taught-skills";
import { call, callEmpty } from "./http";

const PATH = "/api/recruiting/skills";

export const loadCompanySkills = (signal?: AbortSignal): Promise<CompanySkillsPage> => call(companySkillsPage, PATH, { signal });
export const importCompanySkills = (body: CompanySkillsRequest): Promise<CompanySkillsChange> => call(companySkillsChange, PATH, { method: "POST", body });

export const loadTaughtSkills = (signal?: AbortSignal): Promise<TaughtSkills> => call(taughtSkills, `${PATH}/taught`, { signal });
export const answerTaughtSkill = (body: TaughtAnswer): Promise<void> => callEmpty(`${PATH}/taught`, { method: "POST", body });
