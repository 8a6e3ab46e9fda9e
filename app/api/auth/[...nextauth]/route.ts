/** @file next-auth's own routes: sign-in, sign-out, CSRF token, session. */
import NextAuth from "next-auth";
import { authOptions } from "@/lib/server/auth-options";
import { guarded } from "@/lib/server/route";

interface Context {
  readonly params: Promise<{ nextauth: string[] }>;
}

const handler = (request: Request, context: Context): Promise<Response> =>
  guarded(async () => (await NextAuth(request as never, context as never, await authOptions(request))) as Response);

export { handler as GET, handler as POST };
