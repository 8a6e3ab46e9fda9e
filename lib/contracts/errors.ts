/**
 * @file The one shape in which every HTTP error leaves the process.
 */
import { z } from "zod";

export const errorBody = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) });
export type ErrorBody = z.infer<typeof errorBody>;
