/**
 * @file The demo company's catalogue ("Capstan"): every course, project, certification, mentoring and reading.
 */
import type { Course } from "../../../lib/growth/types";
import { toCourse, type CourseRow } from "./course-row";
import { FLOOR_COURSES } from "./courses-floor";
import { OFFICE_COURSES } from "./courses-office";
import { TECHNICAL_COURSES } from "./courses-technical";

export const COURSE_ROWS: readonly CourseRow[] = [...TECHNICAL_COURSES, ...FLOOR_COURSES, ...OFFICE_COURSES];

/** @param today `YYYY-MM-DD`: sessions lie after it */
export function demoCourses(today: string): Course[] {
  return COURSE_ROWS.map((row) => toCourse(row, today));
}
