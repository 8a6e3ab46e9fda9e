/**
 * @file Someone leaves: what they wrote about themselves for growing here has lost its purpose and goes, and so does what
 * two people shared with them (pairs, stay interviews). Called in the transaction that removes the person. What stays:
 * evidence that they confirmed for colleagues, who own it.
 */
import { deleteGrowthOf } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import { systemScope } from "../../core/scope";
import type { UserId } from "../../core/types";

const scope = systemScope("someone has left");

/** @returns rows that went */
export const forgetGrowth = (db: Database, userId: UserId): Promise<number> => deleteGrowthOf(db, scope, userId);
