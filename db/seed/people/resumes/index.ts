/**
 * @file All demo résumés, in the order in which they are generated.
 */
import type { Resume } from "../resume";
import { EN_CONTROLS } from "./en-controls";
import { EN_DESIGN } from "./en-design";
import { EN_FIELD } from "./en-field";
import { EN_FOUNDRY } from "./en-foundry";
import { EN_ODD } from "./en-odd";
import { EN_PEOPLE } from "./en-people";
import { EN_SOFTWARE } from "./en-software";
import { EN_SUPPLY } from "./en-supply";
import { ZH_CONTROLS } from "./zh-controls";
import { ZH_OFFICE } from "./zh-office";
import { ZH_WORKS } from "./zh-works";

export const RESUMES: readonly Resume[] = [
  ...EN_CONTROLS,
  ...EN_FIELD,
  ...EN_FOUNDRY,
  ...EN_DESIGN,
  ...EN_SOFTWARE,
  ...EN_SUPPLY,
  ...EN_PEOPLE,
  ...EN_ODD,
  ...ZH_CONTROLS,
  ...ZH_WORKS,
  ...ZH_OFFICE,
];
