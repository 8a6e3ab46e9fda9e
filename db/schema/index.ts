/** @file The whole schema, for drizzle and its migration generator. */
export * from "./people";
export * from "./identity";
export * from "./relations";
export * from "./documents";
export * from "./document-upkeep";
export * from "./jobs";
export * from "./chat";
export * from "./ask-hr";
export * from "./audit";
export * from "./review";
export * from "./learning";
export * from "./insights";
export * from "./growth";
export * from "./recruiting";
export * from "./profiles";
