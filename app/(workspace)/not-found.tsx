/** @file Inside the workspace: a page that does not exist, or that this person may not see. The two look the same on purpose. */
import { PageMessage } from "../_components/ui/page-message";

export default function NotFound() {
  return (
    <PageMessage title="Nothing here" way={{ href: "/chat", name: "Back to your questions" }}>
      This page does not exist, or you may not see it.
    </PageMessage>
  );
}
