/** @file A screen that is not open to the person who asked for it: recorded, as a refused request is. */
import { AppError } from "../../core/errors";
import type { Actor } from "../../core/types";
import { services } from "../services";
import { recordRefusal } from "./record";

/** @param pathname of the screen: "/candidates". Never throws. */
export function recordRefusedPage(actor: Actor, pathname: string): Promise<void> {
  const refusal = new AppError("policy/forbidden", `${pathname} is not open to this person`);
  return recordRefusal(async () => (await services()).db, actor, { method: "PAGE", pathname, params: {} }, refusal);
}
