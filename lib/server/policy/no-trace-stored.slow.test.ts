/** @file The same property on a real database: enough random graphs for every day. */
import { noTraceStoredContract } from "./no-trace-stored.contract";

noTraceStoredContract(30);
