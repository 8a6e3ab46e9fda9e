/** @file A page that does not exist, outside the workspace. */
import { wordsOf } from "./_components/language/server-language";
import { PAGES } from "./_components/page-words";
import { PageMessage } from "./_components/ui/page-message";

export default async function NotFound() {
  const words = await wordsOf(PAGES);
  return (
    <main className="min-h-dvh">
      <PageMessage title={words.nothingTitle} way={{ href: "/chat", name: words.goToCadre }}>
        {words.notThere}
      </PageMessage>
    </main>
  );
}
