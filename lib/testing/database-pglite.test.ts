/** @file The database's contract on PGlite, in memory. */
import { openMemoryDatabase } from "../../db/client";
import { databaseContract } from "./database.contract";

databaseContract("PGlite", openMemoryDatabase);
