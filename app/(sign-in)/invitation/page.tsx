/** @file A one-time link: name and password are set here. The token stands behind # and never reaches a server's log. */
import type { Metadata } from "next";
import { LanguageSwitch } from "@/app/_components/language/language-switch";
import { wordsOf } from "@/app/_components/language/server-language";
import { Wordmark } from "@/app/_components/shell/wordmark";
import { TERMS } from "@/app/_components/words";
import { Invitation } from "./_components/invitation";
import { INVITATION } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(INVITATION)).title, referrer: "no-referrer" });
export const dynamic = "force-dynamic";

export default async function InvitationPage() {
  const { nothingLeaves } = await wordsOf(TERMS);
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto] px-6 sm:px-12">
      <header className="flex items-center justify-between pt-8">
        <Wordmark />
        <LanguageSwitch />
      </header>
      <main className="mx-auto grid w-full max-w-[26rem] content-center py-10">
        <Invitation />
      </main>
      <footer className="pb-6 text-xs text-ink-3">{nothingLeaves}</footer>
    </div>
  );
}
