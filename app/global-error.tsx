/** @file The frame itself failed: a page that needs nothing but its own words. */
"use client";

export default function GlobalError({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body style={{ font: "16px/1.5 system-ui, sans-serif", margin: "18vh auto 0", maxWidth: "32rem", padding: "0 1.5rem" }}>
        <h1 style={{ fontSize: "1.4rem" }}>Cadre could not be shown</h1>
        <p>Something went wrong on our side. Your questions and documents are safe.</p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </body>
    </html>
  );
}
