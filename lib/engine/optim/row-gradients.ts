/**
 * @file RowGradients: gradients of gathered table rows, added up per table row. Keeps only the rows that a batch used.
 */

export interface RowGradients {
  /** Adds `gradient` row i to table row `ids[i]`, where `used[i]` is not 0. */
  add(ids: Int32Array, gradient: Float32Array, used: ArrayLike<number>): void;
  /** Table rows in order of first use, and their gradients one after the other. Views: valid until the next `clear`. */
  collect(): { rows: Int32Array; gradient: Float32Array };
  clear(): void;
}

/** @param rows number of rows of the table @param width numbers per row */
export function createRowGradients(rows: number, width: number): RowGradients {
  const slotOf = new Int32Array(rows).fill(-1);
  const touched = new Int32Array(rows);
  let count = 0;
  let sums = new Float32Array(1024 * width);

  const slot = (row: number): number => {
    const known = slotOf[row] as number;
    if (known >= 0) return known;
    if ((count + 1) * width > sums.length) {
      const larger = new Float32Array(Math.min(rows, 2 * (sums.length / width)) * width);
      larger.set(sums);
      sums = larger;
    }
    sums.fill(0, count * width, (count + 1) * width);
    slotOf[row] = count;
    touched[count] = row;
    return count++;
  };

  return {
    add(ids, gradient, used) {
      for (let i = 0; i < ids.length; i++) {
        if (!used[i]) continue;
        const to = slot(ids[i] as number) * width;
        const from = i * width;
        for (let k = 0; k < width; k++) sums[to + k] = (sums[to + k] as number) + (gradient[from + k] as number);
      }
    },
    collect: () => ({ rows: touched.subarray(0, count), gradient: sums.subarray(0, count * width) }),
    clear() {
      for (let i = 0; i < count; i++) slotOf[touched[i] as number] = -1;
      count = 0;
    },
  };
}
