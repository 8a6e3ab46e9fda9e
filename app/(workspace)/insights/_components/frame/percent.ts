/** @file A share as percent: one decimal below a tenth. */
export const percent = (value: number): string => `${(100 * value).toFixed(value < 0.1 ? 1 : 0)} %`;
