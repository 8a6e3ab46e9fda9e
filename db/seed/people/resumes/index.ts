/**
 * @file All demo résumés, in the order in which they are generated.
 */
import type { Resume } from "../resume";

export const RESUMES: readonly Resume[] = [];
