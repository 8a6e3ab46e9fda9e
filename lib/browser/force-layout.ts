/** @file Places for the points of a graph: tied ones near each other, groups together, none upon another. The same graph gives the same picture. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";

export interface LayoutNode {
  readonly id: string;
  /** Points of a group are drawn to one side. */
  readonly group: string;
}
export interface LayoutLink {
  readonly a: string;
  readonly b: string;
  /** > 0 */
  readonly weight: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
interface Box {
  readonly width: number;
  readonly height: number;
  /** Free on each side: names need room. */
  readonly margin: number;
}

const TICKS = 260;
/** Room for a point with its name. */
const RADIUS = 30;
/** How far from the middle groups gather, of half the box. */
const SPREAD = 0.62;

type Node = SimulationNodeDatum & LayoutNode;

/** @returns a place inside the box for every node; links to nodes that are not there are left out */
export function forceLayout(nodes: readonly LayoutNode[], links: readonly LayoutLink[], { width, height, margin }: Box): Map<string, Point> {
  const ids = new Set(nodes.map(({ id }) => id));
  const groups = [...new Set(nodes.map(({ group }) => group))].sort();
  const middle = (group: string): Point => {
    const angle = (2 * Math.PI * groups.indexOf(group)) / groups.length - Math.PI / 2;
    const reach = groups.length < 2 ? 0 : SPREAD / 2;
    return { x: Math.cos(angle) * width * reach, y: Math.sin(angle) * height * reach };
  };
  const placed = nodes.map((node): Node => ({ ...node }));
  const drawn = links.filter(({ a, b }) => ids.has(a) && ids.has(b)).map(({ a, b, weight }): SimulationLinkDatum<Node> & { weight: number } => ({ source: a, target: b, weight }));
  forceSimulation(placed)
    .force("link", forceLink<Node, (typeof drawn)[number]>(drawn).id(({ id }) => id).distance(70).strength(({ weight }) => 0.08 + 0.22 * Math.min(1, weight)))
    .force("apart", forceManyBody<Node>().strength(-140))
    .force("room", forceCollide<Node>(RADIUS))
    .force("x", forceX<Node>(({ group }) => middle(group).x).strength(0.14))
    .force("y", forceY<Node>(({ group }) => middle(group).y).strength(0.18))
    .stop()
    .tick(TICKS);
  const scale = (values: readonly number[], size: number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    // Never larger than drawn: a pair does not fly to the corners.
    const factor = Math.min(1.4, (size - 2 * margin) / Math.max(high - low, 1));
    return (value: number): number => size / 2 + (value - (low + high) / 2) * factor;
  };
  const [x, y] = [scale(placed.map((node) => node.x ?? 0), width), scale(placed.map((node) => node.y ?? 0), height)];
  return new Map(placed.map((node) => [node.id, { x: x(node.x ?? 0), y: y(node.y ?? 0) }]));
}
