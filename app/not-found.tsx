/** @file A page that does not exist, outside the workspace. */
import { PageMessage } from "./_components/ui/page-message";

export default function NotFound() {
  return (
    <main className="min-h-dvh">
      <PageMessage title="Nothing here" way={{ href: "/chat", name: "Go to Cadre" }}>
        This page does not exist.
      </PageMessage>
    </main>
  );
}
