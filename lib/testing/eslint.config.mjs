/**
 * @file ESLint: Next's and React's rules where the screens are, type-aware rules (no floating promises, no any)
 * everywhere, and the house rules.
 */
import path from "node:path";
import next from "eslint-config-next/core-web-vitals";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const root = path.resolve(import.meta.dirname, "../..");

export default defineConfig([
  { basePath: root },
  globalIgnores([".next/**", "node_modules/**", ".cadre/**", "data/**", "next-env.d.ts", "test-results/**"]),
  // React's compiler reads each file a second time: the 1,500 files without a component need not pay for that.
  ...next.map((config) => (config.rules ? { ...config, files: ["app/**/*.{ts,tsx}"] } : config)),
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ["**/*.ts", "**/*.tsx"] })),
  {
    files: ["**/*.ts", "**/*.tsx"],
    // One program for the whole run; the language service (projectService) brings its graph up to date at every file.
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: root } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "no-empty": ["error", { allowEmptyCatch: false }],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    // expect.stringContaining and its kin are typed any.
    files: ["**/*.test.ts", "**/*.test.tsx", "**/*.contract.ts", "**/*.chaos.ts", "e2e/**"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off" },
  },
  {
    files: ["app/**", "lib/**", "db/**"],
    rules: { "no-console": ["error", { allow: ["error", "warn"] }] },
  },
]);
