/** @file Stay interviews from the screen's side. */
import { interviewGuide, interviewList, type InterviewGuide, type InterviewList, type NewInterview } from "../contracts/growth-interviews";
import { call } from "./http";

const API = "/api/growth/interviews";

export const loadInterviews = (signal?: AbortSignal): Promise<InterviewList> => call(interviewList, API, { signal });
export const loadGuide = (person: string, signal?: AbortSignal): Promise<InterviewGuide> => call(interviewGuide, `${API}/guide?person=${encodeURIComponent(person)}`, { signal });
export const sendInterview = (body: NewInterview): Promise<InterviewList> => call(interviewList, API, { method: "POST", body });
export const decideInterview = (id: string, keep: boolean): Promise<InterviewList> => call(interviewList, `${API}/${encodeURIComponent(id)}`, { method: "PATCH", body: { keep } });
