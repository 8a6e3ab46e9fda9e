/** @file next-auth's own routes: sign-in (password, company account), sign-out, CSRF token, session. */
import { handleAuth, type AuthContext } from "@/lib/server/identity/auth-handler";
import { guarded } from "@/lib/server/route";

const handler = (request: Request, context: AuthContext): Promise<Response> => guarded(() => handleAuth(request, context));

export { handler as GET, handler as POST };
