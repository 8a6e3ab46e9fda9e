/** @file Inside the workspace: a page that does not exist, or that this person may not see. The two look the same on purpose. */
import { wordsOf } from "../_components/language/server-language";
import { PAGES } from "../_components/page-words";
import { PageMessage } from "../_components/ui/page-message";

export default async function NotFound() {
  const words = await wordsOf(PAGES);
  return (
    <PageMessage title={words.nothingTitle} way={{ href: "/chat", name: words.backToQuestions }}>
      {words.notThereOrNotOpen}
    </PageMessage>
  );
}
