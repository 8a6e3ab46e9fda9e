/** @file Interoperability with transformers.js at the size of MiniLM, with a small vocabulary. */
import { describeInterop, sizes } from "./hub-interop.contract";

describeInterop("as MiniLM", { config: sizes({ hiddenSize: 384, layers: 6, heads: 12, intermediateSize: 1536 }), steps: 20, precision: "fp32" });
