/**
 * @file Who has rated answers in the demo company before anyone signs in: people of its directory, and how each of them rates.
 * Invented like everything there; their accounts are disabled, nobody can sign in as them.
 */
import { EMPLOYEES, type DemoEmployee } from "../people/employees";

export interface DemoRater {
  readonly employee: DemoEmployee;
  /** Share of ratings that are the wrong way round, 0–1: people are in a hurry. */
  readonly wrongShare: number;
}

const WRONG_SHARES: Readonly<Record<string, number>> = {
  "ruben.achterberg@veldermere.example": 0.05,
  "femke.ruijgrok@veldermere.example": 0.05,
  "imogen.thackwray@veldermere.example": 0.1,
  "philippa.drummond-hay@veldermere.example": 0.2,
  "lu.jingyuan@veldermere.example": 0.05,
  "qin.yuezhou@veldermere.example": 0.1,
};

export const DEMO_RATERS: readonly DemoRater[] = EMPLOYEES.flatMap((employee) => {
  const wrongShare = WRONG_SHARES[employee.email];
  return wrongShare === undefined ? [] : [{ employee, wrongShare }];
});
