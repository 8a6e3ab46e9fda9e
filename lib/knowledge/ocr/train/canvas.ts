/**
 * @file A grey canvas for invented pages: rectangles, ellipses, lines of letter-like strokes, photograph-like noise.
 * Coarse on purpose: pages are looked at in 46 dots per inch.
 */
import type { Rect } from "../../extract/pdf/geometry";
import type { GreyRaster } from "../grey-raster";

export class Canvas {
  readonly data: Float32Array;

  /** @param paper 0–255 */
  constructor(
    readonly width: number,
    readonly height: number,
    paper: number,
  ) {
    this.data = new Float32Array(width * height).fill(paper);
  }

  /** Darkens (or lightens) one dot towards `grey` by `share`, 0–1. */
  dot(x: number, y: number, grey: number, share = 1): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const at = Math.floor(y) * this.width + Math.floor(x);
    this.data[at] = (this.data[at] ?? 0) * (1 - share) + grey * share;
  }

  fill({ x, y, width, height }: Rect, grey: number): void {
    const [left, right] = [Math.max(0, Math.floor(x)), Math.min(this.width, Math.ceil(x + width))];
    for (let row = Math.max(0, Math.floor(y)); row < Math.min(this.height, y + height); row++) this.data.fill(grey, row * this.width + left, row * this.width + Math.max(left, right));
  }

  ellipse({ x, y, width, height }: Rect, grey: number): void {
    for (let row = Math.floor(y); row < y + height; row++) {
      for (let column = Math.floor(x); column < x + width; column++) {
        if (((column - x - width / 2) / (width / 2)) ** 2 + ((row - y - height / 2) / (height / 2)) ** 2 < 1) this.dot(column, row, grey);
      }
    }
  }

  /**
   * One line of words on a baseline.
   * @param size font size in dots; letters are smeared strokes of half that height @returns the words' boxes
   */
  words({ x, y, width }: { x: number; y: number; width: number }, { size, ink, wobble = 0 }: { size: number; ink: number; wobble?: number }, random: () => number): Rect[] {
    const boxes: Rect[] = [];
    let at = x;
    while (at < x + width - size) {
      const letters = 1 + Math.floor(random() * 9);
      const start = at;
      for (let i = 0; i < letters && at < x + width; i++) {
        const wide = size * (0.35 + 0.3 * random());
        const [above, below] = [random() < 0.35 ? 0.72 * size : 0.5 * size, random() < 0.15 ? 0.2 * size : 0];
        const lift = wobble * (random() - 0.5) * size;
        for (let dx = 0; dx < wide; dx++) {
          const stem = random() < 0.55;
          for (let dy = -above; dy < below; dy++) this.dot(at + dx, y + dy + lift, ink, stem ? 0.5 + 0.5 * random() : 0.35 * random());
        }
        at += wide + 0.12 * size;
      }
      boxes.push({ x: start, y: y - 0.8 * size, width: at - start, height: size });
      at += size * (0.3 + 0.15 * random());
    }
    return boxes;
  }

  /** Smooth noise of several sizes between two greys: sky, skin, walls, grass. `roughness` 0 soft … 1 grainy. */
  photograph({ x, y, width, height }: Rect, { dark, light, roughness }: { dark: number; light: number; roughness: number }, random: () => number): void {
    const layers = [64, 24, 9, 3].map((cell, i) => ({ cell, weight: [1, 0.6, 0.3 + 0.3 * roughness, 0.5 * roughness][i] ?? 0, grid: noiseGrid(Math.ceil(width / cell) + 2, Math.ceil(height / cell) + 2, random) }));
    const total = layers.reduce((sum, layer) => sum + layer.weight, 0);
    // In blocks of two by two dots: a quarter of the work, and nobody sees it at eight dots per field.
    for (let row = 0; row < height; row += 2) {
      for (let column = 0; column < width; column += 2) {
        let value = 0;
        for (const { cell, weight, grid } of layers) value += weight * smooth(grid, column / cell, row / cell);
        const grey = dark + (light - dark) * Math.min(1, Math.max(0, (value / total - 0.5) * 1.8 + 0.5));
        this.fill({ x: x + column, y: y + row, width: Math.min(2, width - column), height: Math.min(2, height - row) }, grey);
      }
    }
  }

  /** Scanner noise, uneven light and a slight turn. */
  scanned({ noise, shade, turn }: { noise: number; shade: number; turn: number }, random: () => number): void {
    const source = this.data.slice();
    const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
    const [middleX, middleY] = [this.width / 2, this.height / 2];
    const slope = random() * 2 * Math.PI;
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        const [dx, dy] = [x - middleX, y - middleY];
        const [fromX, fromY] = [Math.round(middleX + cos * dx - sin * dy), Math.round(middleY + sin * dx + cos * dy)];
        const inside = fromX >= 0 && fromY >= 0 && fromX < this.width && fromY < this.height;
        const grey = inside ? (source[fromY * this.width + fromX] ?? 255) : 250;
        const light = 1 - shade * (0.5 + 0.5 * (Math.cos(slope) * (dx / this.width) + Math.sin(slope) * (dy / this.height)) * 2);
        this.data[y * this.width + x] = grey * light + noise * (random() + random() - 1);
      }
    }
  }

  raster(): GreyRaster {
    // A clamped array rounds and cuts off at 0 and 255 by itself.
    return { width: this.width, height: this.height, data: new Uint8Array(new Uint8ClampedArray(this.data).buffer) };
  }
}

interface Grid {
  readonly columns: number;
  readonly values: Float32Array;
}

function noiseGrid(columns: number, rows: number, random: () => number): Grid {
  return { columns, values: Float32Array.from({ length: columns * rows }, () => random()) };
}

function smooth({ columns, values }: Grid, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [ease(x - x0), ease(y - y0)];
  const at = (column: number, row: number): number => values[row * columns + column] ?? 0.5;
  return (at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx) * (1 - fy) + (at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx) * fy;
}

const ease = (t: number): number => t * t * (3 - 2 * t);
