/** @file One's own password. Every session ends with it; the page then asks to sign in again. */
import { changePasswordRequest } from "@/lib/contracts/people";
import { systemClock } from "@/lib/core/clock";
import { changeOwnPassword } from "@/lib/server/people";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const POST = route({ input: changePasswordRequest }, async (call) => {
  const { db } = await services();
  await changeOwnPassword({ db, clock: systemClock }, call, call.input);
});
