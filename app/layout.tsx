/** @file The root of every page: language, theme from the cookie, faces. */
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Hydrated } from "./_components/hydrated";
import { HTML_LANG } from "./_components/language/define-words";
import { LanguageProvider } from "./_components/language/language";
import { interfaceLanguage, wordsOf } from "./_components/language/server-language";
import { PAGES } from "./_components/page-words";
import "./globals.css";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: { default: "Cadre", template: "%s · Cadre" },
  description: (await wordsOf(PAGES)).description,
  robots: { index: false, follow: false },
});

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fdfcfa" },
    { media: "(prefers-color-scheme: dark)", color: "#161410" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const chosen = (await cookies()).get("cadre-theme")?.value;
  const theme = chosen === "light" || chosen === "dark" ? chosen : undefined;
  const language = await interfaceLanguage();
  return (
    // The hydration marker and the theme switch write attributes here that the server didn't.
    <html lang={HTML_LANG[language]} data-theme={theme} suppressHydrationWarning>
      <body>
        <LanguageProvider language={language}>{children}</LanguageProvider>
        <Hydrated />
      </body>
    </html>
  );
}
