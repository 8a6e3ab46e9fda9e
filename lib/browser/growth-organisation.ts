/** @file Growth of groups, course import and what the company offers, from the screen's side. */
import { courseImportReport, organisationView, type CourseImportReport, type OrganisationView } from "../contracts/growth-organisation";
import { offeringView, type OfferingAction, type OfferingView } from "../contracts/growth-offering";
import { call } from "./http";

export const loadOrganisation = (signal?: AbortSignal): Promise<OrganisationView> => call(organisationView, "/api/growth/organisation", { signal });
export const importCourses = (body: { source: "csv" | "xapi" | "scorm"; text: string }): Promise<CourseImportReport> => call(courseImportReport, "/api/growth/courses", { method: "POST", body });
export const loadOffering = (signal?: AbortSignal): Promise<OfferingView> => call(offeringView, "/api/growth/offering", { signal });
export const changeOffering = (body: OfferingAction): Promise<OfferingView> => call(offeringView, "/api/growth/offering", { method: "POST", body });
