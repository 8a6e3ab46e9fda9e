/** @file The wordmark: the name, set like a quotation with its citation bracket. */
export const Wordmark = ({ large = false }: { large?: boolean }) => (
  <span className={large ? "text-2xl" : "text-xl"}>
    <span className="font-serif font-semibold tracking-[-0.02em]" style={{ fontOpticalSizing: "auto" }}>
      Cadre
    </span>
  </span>
);
