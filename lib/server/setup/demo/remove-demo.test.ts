/** @file Removing the demo on PGlite, in memory. */
import { openMemoryDatabase } from "../../../../db/client";
import { demoRemovalContract } from "./remove-demo.contract";

demoRemovalContract("PGlite", openMemoryDatabase);
