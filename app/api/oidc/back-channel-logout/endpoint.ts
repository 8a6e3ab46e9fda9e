/** @file The company's sign-in service says here who signed out or was signed out there (OpenID Connect Back-Channel Logout). */
import { answerBackChannel } from "@/lib/server/identity/back-channel";
import { guarded } from "@/lib/server/route";
import { sessionDeps } from "@/lib/server/session";

export const POST = (request: Request): Promise<Response> =>
  guarded(async () => {
    const { db, clock, companySignIn: settings } = await sessionDeps();
    return answerBackChannel({ db, clock, settings }, request);
  });
