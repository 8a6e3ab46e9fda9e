/** @file What our sessions hold, for next-auth's types. */
import type { Role, UserId } from "../core/types";
import type { SessionClaims } from "./session-token";

declare module "next-auth" {
  interface User {
    id: string;
    claims: SessionClaims;
  }
  interface Session {
    expires: string;
    user: { id: UserId; name: string; roles: readonly Role[] };
  }
}
