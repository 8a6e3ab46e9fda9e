/** @file Places of a graph: inside the box, the same each time, apart from each other, tied and grouped ones nearer. */
import { expect, it } from "vitest";
import { forceLayout, type Point } from "./force-layout";

const BOX = { width: 700, height: 460, margin: 40 };
const nodes = Array.from({ length: 24 }, (_, i) => ({ id: `p${i}`, group: i < 12 ? "left" : "right" }));
const links = nodes.slice(1).map((node, i) => ({ a: nodes[Math.floor(i / 2)]?.id ?? "", b: node.id, weight: 1 }));
const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it("keeps every point in the box and off the others, alike each time; tied ones are nearer than others", () => {
  const places = forceLayout(nodes, [...links, { a: "p0", b: "nobody", weight: 1 }], BOX);
  expect(places).toEqual(forceLayout(nodes, links, BOX));
  const points = [...places.entries()];
  expect(points).toHaveLength(24);
  for (const [, { x, y }] of points) expect(x >= BOX.margin - 1 && x <= BOX.width - BOX.margin + 1 && y >= BOX.margin - 1 && y <= BOX.height - BOX.margin + 1).toBe(true);
  const all = points.flatMap(([a, at], i) => points.slice(i + 1).map(([b, to]) => ({ tied: links.some((link) => (link.a === a && link.b === b) || (link.a === b && link.b === a)), distance: apart(at, to) })));
  expect(Math.min(...all.map(({ distance }) => distance))).toBeGreaterThan(20);
  expect(mean(all.filter(({ tied }) => tied).map(({ distance }) => distance))).toBeLessThan(0.7 * mean(all.filter(({ tied }) => !tied).map(({ distance }) => distance)));
});

it("a single point stands in the middle", () => {
  expect([...forceLayout([{ id: "a", group: "g" }], [], BOX).values()]).toEqual([{ x: 350, y: 230 }]);
});
