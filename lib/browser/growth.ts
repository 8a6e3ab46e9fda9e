/** @file Growth from the screen's side: profile, gap, plan, progress, team. */
import { gapView, growthChoices, growthHome, growthProfileView, planPreview, sharedProfileView, storedPlan, targetList, teamView, type ApprovalDecision, type Confirmation, type GapView, type GrowthChoices, type GrowthHome, type GrowthProfileView, type PlanAction, type PlanPreview, type PlanRequestBody, type ProfileChange, type SharedProfileView, type SkillChange, type StoredPlan, type TargetChoice, type TargetRef, type TeamView } from "../contracts/growth";
import { cvCheckData, type CvCheckData } from "../contracts/growth-cv";
import { interestTold, type InterestTold } from "../contracts/growth-offering";
import { call, callEmpty } from "./http";

const API = "/api/growth";

export const loadGrowthHome = (signal?: AbortSignal): Promise<GrowthHome> => call(growthHome, `${API}/home`, { signal });
export const loadProfile = (signal?: AbortSignal): Promise<GrowthProfileView> => call(growthProfileView, `${API}/profile`, { signal });
export const changeProfile = (body: ProfileChange): Promise<GrowthProfileView> => call(growthProfileView, `${API}/profile`, { method: "PATCH", body });
export const changeSkill = (body: SkillChange): Promise<GrowthProfileView> => call(growthProfileView, `${API}/profile/skills`, { method: "POST", body });
export const removeSkill = (id: string): Promise<GrowthProfileView> => call(growthProfileView, `${API}/profile/skills/${encodeURIComponent(id)}`, { method: "DELETE" });
export const confirmSkill = (body: Confirmation): Promise<GrowthProfileView> => call(growthProfileView, `${API}/profile/confirmations`, { method: "POST", body });
export const loadChoices = (signal?: AbortSignal): Promise<GrowthChoices> => call(growthChoices, `${API}/skills`, { signal });
export const loadTargets = async (signal?: AbortSignal): Promise<TargetChoice[]> => (await call(targetList, `${API}/targets`, { signal })).targets;
export const loadGap = (body: TargetRef, signal?: AbortSignal): Promise<GapView> => call(gapView, `${API}/gap`, { method: "POST", body, signal });
export const previewPlan = (body: PlanRequestBody, signal?: AbortSignal): Promise<PlanPreview> => call(planPreview, `${API}/plans/preview`, { method: "POST", body, signal });
export const beginPlan = (body: PlanRequestBody): Promise<StoredPlan> => call(storedPlan, `${API}/plans`, { method: "POST", body });
export const loadPlan = (id: string, signal?: AbortSignal): Promise<StoredPlan> => call(storedPlan, `${API}/plans/${encodeURIComponent(id)}`, { signal });
export const actOnPlan = (id: string, body: PlanAction): Promise<StoredPlan> => call(storedPlan, `${API}/plans/${encodeURIComponent(id)}`, { method: "PATCH", body });
export const calendarHref = (id: string, language: "en" | "zh"): string => `${API}/plans/${encodeURIComponent(id)}/calendar?language=${language}`;
export const loadTeam = (signal?: AbortSignal): Promise<TeamView> => call(teamView, `${API}/team`, { signal });
export const decidePlan = (body: ApprovalDecision): Promise<void> => callEmpty(`${API}/team`, { method: "POST", body });
export const loadSharedProfile = (id: string, signal?: AbortSignal): Promise<SharedProfileView> => call(sharedProfileView, `${API}/team/${encodeURIComponent(id)}`, { signal });
export const loadCvCheckData = (signal?: AbortSignal): Promise<CvCheckData> => call(cvCheckData, `${API}/cv-check`, { signal });
export const showInterest = (openingId: string): Promise<InterestTold> => call(interestTold, `${API}/interest`, { method: "POST", body: { openingId } });
