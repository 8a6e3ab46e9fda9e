/** @file A document that a person may not read leaves no trace: enough random graphs for every day. */
import { noTraceContract } from "./no-trace.contract";

noTraceContract(300);
