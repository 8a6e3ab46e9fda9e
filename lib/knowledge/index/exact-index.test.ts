/**
 * @file The exact index against the contract.
 */
import { createExactIndex } from "./exact-index";
import { describeVectorIndex } from "./vector-index.contract";

describeVectorIndex({ name: "exact", create: createExactIndex, addon: null });
