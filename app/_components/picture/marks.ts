/** @file Marks of groups in pictures: told apart by shape as well as by shade, so that nobody depends on colour. */

const SHADES = ["var(--marker-line)", "var(--ink)", "var(--ink-3)", "var(--marker-ink)", "var(--yes)", "var(--no)"];
/** Paths around 0,0: circle, square, triangle, diamond. */
const SHAPES = ["M0,-3.6A3.6,3.6 0 1 1 0,3.6A3.6,3.6 0 1 1 0,-3.6", "M-3.2,-3.2H3.2V3.2H-3.2Z", "M0,-4L3.8,3H-3.8Z", "M0,-4.4L4,0L0,4.4L-4,0Z"];

export interface Mark {
  /** An SVG path around 0,0, about 8 wide. */
  readonly shape: string;
  /** A CSS colour of the theme. */
  readonly shade: string;
}

/** @param group 0, 1, 2, …; twelve differ, then they begin again */
export const markOf = (group: number): Mark => ({ shape: SHAPES[group % SHAPES.length] ?? "", shade: SHADES[group % SHADES.length] ?? "" });
