/** @file Prettier: the formatting nobody discusses. */
const config = { printWidth: 120, trailingComma: "all" };
export default config;
