/** @file Marks of groups in pictures: told apart by shape as well as by shade, so that nobody depends on colour. */

const SHADES = ["var(--marker-line)", "var(--ink)", "var(--ink-3)", "var(--marker-ink)", "var(--yes)", "var(--no)"];
/** Paths around 0,0: circle, square, triangle, diamond, plus, triangle on its tip, cross. */
const SHAPES = ["M0,-3.6A3.6,3.6 0 1 1 0,3.6A3.6,3.6 0 1 1 0,-3.6", "M-3.2,-3.2H3.2V3.2H-3.2Z", "M0,-4L3.8,3H-3.8Z", "M0,-4.4L4,0L0,4.4L-4,0Z", "M-1.3,-4H1.3V-1.3H4V1.3H1.3V4H-1.3V1.3H-4V-1.3H-1.3Z", "M0,4L3.8,-3H-3.8Z", "M-1.9,-3.7L0,-1.8L1.9,-3.7L3.7,-1.9L1.8,0L3.7,1.9L1.9,3.7L0,1.8L-1.9,3.7L-3.7,1.9L-1.8,0L-3.7,-1.9Z"];

export interface Mark {
  /** An SVG path around 0,0, about 8 wide. */
  readonly shape: string;
  /** A CSS colour of the theme. */
  readonly shade: string;
}

/** @param group 0, 1, 2, …; seven differ by shape alone, 42 by shape and shade, then they begin again */
export const markOf = (group: number): Mark => ({ shape: SHAPES[group % SHAPES.length] ?? "", shade: SHADES[group % SHADES.length] ?? "" });
