/** @file Interoperability with transformers.js at the smallest size; the full size: hub-interop.slow.test.ts. */
import { describeInterop, sizes } from "./hub-interop.contract";

describeInterop("exact GELU", { config: sizes({}), steps: 20, precision: "fp32" });
describeInterop("tanh GELU", { config: sizes({ activation: "gelu_tanh", layers: 1, heads: 2 }), steps: 20, precision: "fp16" });
