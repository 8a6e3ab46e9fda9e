/** @file The person page from the screen's side. */
import { candidateProfile, type CandidateProfile, type SamePersonRequest } from "../contracts/candidate-profile";
import { keptTermAnswer, type KeptTerm } from "../contracts/people";
import { openingsForPerson, type OpeningsForPerson } from "../contracts/openings-for-person";
import { call } from "./http";

export const loadPersonPage = (id: string, signal?: AbortSignal): Promise<CandidateProfile> => call(candidateProfile, `/api/candidates/${encodeURIComponent(id)}/profile`, { signal });

/** @param keepUntil last day, ISO; null: no term of their own */
export const keepPerson = async (id: string, keepUntil: string | null): Promise<KeptTerm | null> => (await call(keptTermAnswer, `/api/candidates/${encodeURIComponent(id)}/term`, { method: "PATCH", body: { keepUntil } })).kept;

export const decideSamePerson = (id: string, body: SamePersonRequest): Promise<CandidateProfile> => call(candidateProfile, `/api/candidates/${encodeURIComponent(id)}/same-person`, { method: "POST", body });

export const loadOpeningsFor = (id: string, signal?: AbortSignal): Promise<OpeningsForPerson> => call(openingsForPerson, `/api/candidates/${encodeURIComponent(id)}/openings`, { signal });
