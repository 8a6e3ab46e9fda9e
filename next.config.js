/**
 * @file Next: which packages stay outside the bundle, and the security headers of every response.
 * Scripts may be inline because Next streams its page data that way and a nonce needs a proxy in front of every
 * page; nothing in app/ ever puts strings into HTML, so there is no door for a foreign inline script.
 */
import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";

/** @param {boolean} development the development server evaluates code and talks to its page over a web socket */
const contentSecurityPolicy = (development) =>
  [
    "default-src 'self'",
    // WebAssembly, not strings: the CV check runs the encoder in the browser.
    `script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** @param {boolean} development */
const securityHeaders = (development) => [
  { key: "Content-Security-Policy", value: contentSecurityPolicy(development) },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
];

/** @param {string} phase @returns {import("next").NextConfig} */
const config = (phase) => ({
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  turbopack: { root: import.meta.dirname },
  // `npm test` and `npm run check` check the types; checking them again would add half a minute to the first start.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@huggingface/transformers",
    "highs",
    "hnswlib-node",
    "mammoth",
    "onnxruntime-node",
    "pg",
    "sharp",
    "unpdf",
  ],
  // Minutes of the first start for kilobytes that never leave this machine.
  experimental: { turbopackScopeHoisting: false, turbopackMinify: { server: false }, turbopackSourceMaps: false, turbopackFileSystemCacheForBuild: false },
  headers: async () => [{ source: "/:path*", headers: securityHeaders(phase === PHASE_DEVELOPMENT_SERVER) }],
});

export default config;
