/**
 * @file ratingTiers: which courses colleagues liked and which they did not, from how many rated them and how. A mean of few
 * ratings is drawn towards what the other courses are rated:
 *
 *   shrunken = (PRIOR_RATINGS · prior + n · mean) ÷ (PRIOR_RATINGS + n)
 *
 * That is the "Bayesian average", the weighted rating by which IMDb ranked its Top 250 (v·R + m·C over v + m), and the
 * posterior mean of a normal mean with a normal prior (Gelman et al., Bayesian Data Analysis, section 2.5). The prior leaves out
 * the course itself: else the only rated course of a company would be its own measure.
 */

/** Ratings of one course: how many, and their mean, 1–5. */
export interface CourseRating {
  readonly n: number;
  readonly mean: number;
}

export interface RatingTiers {
  readonly liked: readonly string[];
  readonly disliked: readonly string[];
}

/** How many ratings the prior weighs as much as. */
const PRIOR_RATINGS = 4;
/** Of a scale of 1–5: what is expected where no other course has a rating. */
const MIDDLE = 3;
/** So far from the middle of the scale, */
const FROM_MIDDLE = 0.5;
/** and so far from the other courses. With four ratings in the prior no single rating reaches both, whatever the prior. */
const FROM_PRIOR = 0.4;

/** What is in neither list is unknown: not rated, by too few, or neither well nor badly. */
export function ratingTiers(ratings: ReadonlyMap<string, CourseRating>): RatingTiers {
  const all = [...ratings];
  const count = all.reduce((sum, [, { n }]) => sum + n, 0);
  const total = all.reduce((sum, [, { n, mean }]) => sum + n * mean, 0);
  const tierOf = ({ n, mean }: CourseRating): "liked" | "disliked" | "unknown" => {
    const others = count - n;
    const prior = others > 0 ? (total - n * mean) / others : MIDDLE;
    const shrunken = (PRIOR_RATINGS * prior + n * mean) / (PRIOR_RATINGS + n);
    if (shrunken >= Math.max(MIDDLE + FROM_MIDDLE, prior + FROM_PRIOR)) return "liked";
    return shrunken <= Math.min(MIDDLE - FROM_MIDDLE, prior - FROM_PRIOR) ? "disliked" : "unknown";
  };
  const idsIn = (tier: "liked" | "disliked") => all.flatMap(([id, rating]) => (rating.n > 0 && tierOf(rating) === tier ? [id] : [])).sort();
  return { liked: idsIn("liked"), disliked: idsIn("disliked") };
}
