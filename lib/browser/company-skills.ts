/** @file The company's own skills from the screen's side. */
import { companySkillsChange, companySkillsPage, type CompanySkillsChange, type CompanySkillsPage, type CompanySkillsRequest } from "../contracts/company-skills";
import { call } from "./http";

const PATH = "/api/recruiting/skills";

export const loadCompanySkills = (signal?: AbortSignal): Promise<CompanySkillsPage> => call(companySkillsPage, PATH, { signal });
export const importCompanySkills = (body: CompanySkillsRequest): Promise<CompanySkillsChange> => call(companySkillsChange, PATH, { method: "POST", body });
