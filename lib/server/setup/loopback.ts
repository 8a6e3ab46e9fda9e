/**
 * @file The demo company has public passwords: it is served to this machine only.
 */
import { AppError } from "../../core/errors";

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** @throws AppError "config/invalid" */
export function requireLoopback(host: string): void {
  if (LOOPBACK.has(host)) return;
  throw new AppError("config/invalid", `HOST=${host}: the demo company has public passwords and is only served on 127.0.0.1. Start with CADRE_DEMO=0 and a data folder of its own to serve other machines.`);
}
