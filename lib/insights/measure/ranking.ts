/**
 * @file How well scores order outcomes: area under the ROC curve, average precision, Harrell's concordance.
 */

/**
 * Chance that a random event scores above a random non-event; ties count half.
 *
 * @param outcomes 1 = event, 0 = none
 * @returns 0–1; 0.5 when one of the outcomes does not occur
 */
export function rocAuc(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  const order = orderOf(scores);
  let [events, rankSum] = [0, 0];
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to++;
    const rank = (from + to + 1) / 2;
    for (let at = from; at < to; at++) {
      if (outcomes[order[at] ?? 0] === 1) {
        events++;
        rankSum += rank;
      }
    }
    from = to;
  }
  const others = scores.length - events;
  return events === 0 || others === 0 ? 0.5 : (rankSum - (events * (events + 1)) / 2) / (events * others);
}

/**
 * Mean precision at each event, going down the scores; equal scores are passed together.
 *
 * @returns 0–1; 0 when there is no event
 * @source sklearn.metrics.average_precision_score: Σ (Rₙ − Rₙ₋₁) Pₙ
 */
export function averagePrecision(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  const order = orderOf(scores).reverse();
  let [seen, hits, total] = [0, 0, 0];
  for (let from = 0; from < order.length; ) {
    let [to, fresh] = [from, 0];
    for (; to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]; to++) fresh += outcomes[order[to] ?? 0] === 1 ? 1 : 0;
    seen += to - from;
    hits += fresh;
    total += fresh * (hits / seen);
    from = to;
  }
  return hits === 0 ? 0 : total / hits;
}

/**
 * Harrell's C: of the pairs whose order in time is known, the share where the earlier one has the higher risk.
 *
 * @param risks higher = sooner
 * @param times > 0
 * @param events 1 = happened at its time, 0 = only known to be later
 */
export function concordance(risks: ArrayLike<number>, times: ArrayLike<number>, events: ArrayLike<number>): number {
  let [pairs, right] = [0, 0];
  for (let a = 0; a < risks.length; a++) {
    if (events[a] !== 1) continue;
    const [time, risk] = [times[a] ?? 0, risks[a] ?? 0];
    for (let b = 0; b < risks.length; b++) {
      const later = (times[b] ?? 0) > time || ((times[b] ?? 0) === time && events[b] !== 1);
      if (b === a || !later) continue;
      pairs++;
      right += risk > (risks[b] ?? 0) ? 1 : risk === (risks[b] ?? 0) ? 0.5 : 0;
    }
  }
  return pairs === 0 ? 0.5 : right / pairs;
}

/** Row numbers by score, lowest first. */
function orderOf(scores: ArrayLike<number>): number[] {
  return Array.from({ length: scores.length }, (_, at) => at).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
}
