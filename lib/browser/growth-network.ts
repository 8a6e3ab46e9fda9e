/** @file Careers, mentors, experts and the network from the screen's side. */
import { careerDetail, careersView, collaborationView, expertList, mentoringView, networkView, roundView, type CareerDetail, type CareersView, type CollaborationView, type ExpertList, type MenteeOrder, type MentoringCard, type MentoringView, type NetworkAction, type NetworkView, type PairAction, type RoundView } from "../contracts/growth-network";
import type { Language } from "../core/types";
import { call } from "./http";

const API = "/api/growth";

export const loadCareers = (signal?: AbortSignal): Promise<CareersView> => call(careersView, `${API}/careers`, { signal });
export const loadCareer = (id: string, signal?: AbortSignal): Promise<CareerDetail> => call(careerDetail, `${API}/careers/${encodeURIComponent(id)}`, { signal });
export const loadMentoring = (signal?: AbortSignal): Promise<MentoringView> => call(mentoringView, `${API}/mentoring`, { signal });
export const putCard = (body: MentoringCard): Promise<MentoringView> => call(mentoringView, `${API}/mentoring`, { method: "POST", body });
export const removeCard = (): Promise<MentoringView> => call(mentoringView, `${API}/mentoring`, { method: "DELETE" });
export const askMentor = (body: { mentorId: string; skillId: string | null; message: string }): Promise<MentoringView> => call(mentoringView, `${API}/mentoring/requests`, { method: "POST", body });
export const actOnPair = (id: string, body: PairAction): Promise<MentoringView> => call(mentoringView, `${API}/mentoring/requests/${encodeURIComponent(id)}`, { method: "PATCH", body });
export const orderMentees = (body: MenteeOrder): Promise<MentoringView> => call(mentoringView, `${API}/mentoring/order`, { method: "POST", body });
export const meetingHref = (id: string, language: Language): string => `${API}/mentoring/requests/${encodeURIComponent(id)}/calendar?language=${language}`;
export const runRound = (save: boolean): Promise<RoundView> => call(roundView, `${API}/mentoring/round`, { method: "POST", body: { save } });
export const loadExperts = (skill: string, signal?: AbortSignal): Promise<ExpertList> => call(expertList, `${API}/experts?skill=${encodeURIComponent(skill)}`, { signal });
export const loadNetwork = (signal?: AbortSignal): Promise<NetworkView> => call(networkView, `${API}/network`, { signal });
export const actOnNetwork = (body: NetworkAction): Promise<NetworkView> => call(networkView, `${API}/network`, { method: "POST", body });
export const loadCollaboration = (signal?: AbortSignal): Promise<CollaborationView> => call(collaborationView, `${API}/collaboration`, { signal });
