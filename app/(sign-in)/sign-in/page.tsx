/** @file Sign in. In the demo company, its accounts are listed below the form. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LanguageSwitch } from "@/app/_components/language/language-switch";
import { wordsOf } from "@/app/_components/language/server-language";
import { Wordmark } from "@/app/_components/shell/wordmark";
import { TERMS } from "@/app/_components/words";
import { services } from "@/lib/server/services";
import { currentSession, waysIn } from "@/lib/server/session";
import { demoInfo } from "@/lib/server/setup/demo-info";
import { SignIn } from "./_components/sign-in";
import { SIGN_IN } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(SIGN_IN)).title });
export const dynamic = "force-dynamic";

interface SignInPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  if (await currentSession()) redirect("/chat");
  const { error, emergency } = await searchParams;
  const { headline, staysHere } = await wordsOf(SIGN_IN);
  const { nothingLeaves } = await wordsOf(TERMS);
  const ways = waysIn();
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto] px-6 sm:px-12">
      <header className="flex items-center justify-between pt-8">
        <Wordmark />
        <LanguageSwitch />
      </header>
      <main className="grid content-center items-start gap-x-20 gap-y-10 py-10 lg:mx-auto lg:w-full lg:max-w-[68rem] lg:grid-cols-[minmax(0,1fr)_22rem]">
        <h1 className="font-serif text-2xl leading-[1.3] tracking-[-0.015em] text-wrap lg:text-3xl lg:leading-[1.28]">
          {headline.before}
          <br className="max-sm:hidden" />
          <span className="marked">{headline.marked}</span>
        </h1>
        <SignIn demo={await demoInfo(await services())} ways={ways} emergency={emergency !== undefined} failure={typeof error === "string" ? error : null} />
      </main>
      <footer className="pb-6 text-xs text-ink-3">{ways.company ? staysHere(ways.company.host) : nothingLeaves}</footer>
    </div>
  );
}
