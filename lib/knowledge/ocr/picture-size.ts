/**
 * @file How large a picture file counts as a page: a picture says nothing reliable about its size on paper.
 */

/** Points of its longer side: that of A4. */
export const PICTURE_SIDE_PT = 842;
