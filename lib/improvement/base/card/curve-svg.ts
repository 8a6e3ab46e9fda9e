/**
 * @file curveSvg: the learning curves of a run as one SVG picture: loss (smoothed) and dev figures over steps.
 */
import type { CurvePoint, DevPoint } from "../loop/run-training";

const SIZE = { width: 760, height: 300, left: 46, right: 130, top: 26, bottom: 34 };
const INK = "#2b2622";
const COLOURS = ["#b45309", "#1d4ed8", "#15803d", "#7c3aed", "#0f766e", "#be123c", "#a16207", "#4b5563", "#9333ea", "#0369a1"];

/** A loss that was measured now and then: on the left scale, dashed, with what stands beside it. */
export interface MeasuredLoss {
  readonly points: readonly { readonly step: number; readonly loss: number }[];
  readonly legend: string;
}

/** Loss on the left scale (mean of its neighbourhood), dev figures as shares on the right; no script, no font of its own. */
export function curveSvg(curve: readonly CurvePoint[], dev: readonly DevPoint[], measured?: MeasuredLoss): string {
  const steps = Math.max(1, curve.at(-1)?.step ?? 1, dev.at(-1)?.step ?? 1);
  const x = (step: number): number => SIZE.left + ((SIZE.width - SIZE.left - SIZE.right) * step) / steps;
  const smooth = smoothed(curve);
  const top = Math.max(0.1, ...smooth.map((point) => point.value), ...(measured?.points ?? []).map((point) => point.loss));
  const y = (share: number): number => SIZE.height - SIZE.bottom - (SIZE.height - SIZE.top - SIZE.bottom) * share;
  const names = Object.keys(dev[0]?.parts ?? {});
  const lines = names.map((name, i) => path(dev.map((point) => [x(point.step), y(point.parts[name] ?? 0)]), COLOURS[i % COLOURS.length] ?? INK, 1.5));
  const beside = (row: number, fill: string, words: string): string => text({ x: SIZE.width - SIZE.right + 10, y: SIZE.top + 14 + 15 * row, fill }, words);
  const legend = names.map((name, i) => beside(i, COLOURS[i % COLOURS.length] ?? INK, `${name} ${(dev.at(-1)?.parts[name] ?? 0).toFixed(3)}`));
  const dashed = measured ? [path(measured.points.map((point) => [x(point.step), y(point.loss / top)]), INK, 1.5, "5 4"), beside(names.length, INK, measured.legend)] : [];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="sans-serif" font-size="11">`,
    `<rect width="100%" height="100%" fill="#fffdf9"/>`,
    ...[0, 0.25, 0.5, 0.75, 1].map((share) => `<line x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${y(share)}" y2="${y(share)}" stroke="#e7e0d6"/>${text({ x: SIZE.left - 6, y: y(share) + 4, fill: INK, anchor: "end" }, (top * share).toFixed(2))}${text({ x: SIZE.width - SIZE.right - 2, y: y(share) - 3, fill: "#8a8178", anchor: "end" }, share.toFixed(2))}`),
    text({ x: SIZE.left, y: 16, fill: INK }, `black: training loss${measured ? ", dashed: on held-out texts" : ""} (left scale) · colours: dev figures (right scale)`),
    text({ x: SIZE.width - SIZE.right, y: SIZE.height - 10, fill: INK, anchor: "end" }, `step ${steps}`),
    path(smooth.map((point) => [x(point.step), y(point.value / top)]), INK, 1.5),
    ...lines,
    ...legend,
    ...dashed,
    "</svg>",
  ].join("\n");
}

/** Mean over 41 neighbours, about 200 points kept. */
function smoothed(curve: readonly CurvePoint[]): { step: number; value: number }[] {
  const every = Math.max(1, Math.floor(curve.length / 200));
  return curve.flatMap((point, i) => {
    if (i % every !== 0) return [];
    const near = curve.slice(Math.max(0, i - 20), i + 21);
    return [{ step: point.step, value: near.reduce((sum, one) => sum + one.loss, 0) / near.length }];
  });
}

function path(points: readonly (readonly [number, number])[], stroke: string, width: number, dashes?: string): string {
  const d = points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join(" ");
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}"${dashes === undefined ? "" : ` stroke-dasharray="${dashes}"`}/>`;
}

function text({ x, y, fill, anchor = "start" }: { x: number; y: number; fill: string; anchor?: string }, content: string): string {
  return `<text x="${x}" y="${y}" fill="${fill}" text-anchor="${anchor}">${content}</text>`;
}
