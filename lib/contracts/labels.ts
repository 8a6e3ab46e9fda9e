/**
 * @file A label: how well a passage answers a question. One JSON object per line is the file format that
 * `cadre train encoder --labels` reads and that the review queue exports.
 */
import { z } from "zod";

/** Where a label comes from; training and gate trust "review" most. */
export const LABEL_SOURCES = ["review", "thumb", "click", "import"] as const;

/** Unknown fields are allowed and ignored. */
export const labelLine = z.object({
  query: z.string().trim().min(1),
  passage: z.string().trim().min(1),
  /** 0 does not answer · 1 touches the subject · 2 answers in part · 3 answers. */
  relevance: z.number().int().min(0).max(3),
  /** Questions of one group are split together; left out: found by words and encoder. */
  group: z.string().min(1).optional(),
  /** Whoever gave it, as an opaque id: for caps, alarms and erasure. */
  user: z.string().min(1).optional(),
  /** Trust, 0–10; 1 when left out. */
  weight: z.number().min(0).max(10).optional(),
  source: z.enum(LABEL_SOURCES).optional(),
  /** The passage's document: its path below --docs, or its id in the product. */
  document: z.string().min(1).optional(),
});
export type LabelLine = z.infer<typeof labelLine>;
export type LabelSource = (typeof LABEL_SOURCES)[number];
