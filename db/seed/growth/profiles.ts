/** @file What every employee of the demo company brings, wants and shares. */
import { FLOOR_PROFILES } from "./profiles-floor";
import { OFFICE_PROFILES } from "./profiles-office";
import type { DemoGrowthProfile } from "./profile-row";
import { WORKS_PROFILES } from "./profiles-works";

export type { DemoGrowthProfile } from "./profile-row";

/** One per person of the directory, in its order. */
export const DEMO_PROFILES: readonly DemoGrowthProfile[] = [...OFFICE_PROFILES, ...WORKS_PROFILES, ...FLOOR_PROFILES].sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1));
