/** @file Stand-in for the planning process: what it does follows from the course ids that are "done". Also keeps its thread busy, as a solver does. */
import { existsSync, writeFileSync } from "node:fs";
import { serveCalls } from "../child-calls";
import type { PlannerCall } from "./planner-protocol";

serveCalls((call: PlannerCall) => {
  const [what = "", mark = ""] = "request" in call ? call.request.done : [];
  if (what === "die") process.kill(process.pid, "SIGKILL");
  if (what === "die-once" && !existsSync(mark)) {
    writeFileSync(mark, "");
    process.kill(process.pid, "SIGKILL");
  }
  if (what === "busy") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  if (what === "hang") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return null;
});
