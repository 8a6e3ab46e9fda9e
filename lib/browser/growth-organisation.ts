/** @file Growth of groups and course import, from the screen's side. */
import { courseImportReport, organisationView, type CourseImportReport, type OrganisationView } from "../contracts/growth-organisation";
import { call } from "./http";

export const loadOrganisation = (signal?: AbortSignal): Promise<OrganisationView> => call(organisationView, "/api/growth/organisation", { signal });
export const importCourses = (body: { source: "csv" | "xapi" | "scorm"; text: string }): Promise<CourseImportReport> => call(courseImportReport, "/api/growth/courses", { method: "POST", body });
