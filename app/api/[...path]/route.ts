/** @file Every request below /api, except next-auth's own: to the endpoint.ts in the folder that its path names. */
import { dispatch } from "@/lib/server/endpoints";
import { ENDPOINTS } from "./endpoints";

export const dynamic = "force-dynamic";

const handle = dispatch("api", ENDPOINTS);
export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
