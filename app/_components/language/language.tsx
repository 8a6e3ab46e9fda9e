/** @file The interface's language for components: chosen by cookie or browser, changed with a click, kept for a year. */
"use client";

import { useRouter } from "next/navigation";
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from "react";
import { HTML_LANG, type InterfaceLanguage, type TwoLanguages } from "./define-words";
import { FORMATS, type Formats } from "./formats";

export const LANGUAGE_COOKIE = "cadre-language";

interface Chosen {
  readonly language: InterfaceLanguage;
  readonly choose: (language: InterfaceLanguage) => void;
}

const Context = createContext<Chosen>({ language: "en", choose: () => undefined });

/** @param language what the server chose; a choice made on this page goes before it */
export function LanguageProvider({ language, children }: { language: InterfaceLanguage; children: ReactNode }) {
  const [chosen, choose] = useState<InterfaceLanguage | null>(null);
  const value = useMemo(() => ({ language: chosen ?? language, choose }), [chosen, language]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** What the interface speaks to this person. */
export const useLanguage = (): InterfaceLanguage => useContext(Context).language;

/** Dates, numbers and sizes in the person's language. */
export const useFormats = (): Formats => FORMATS[useLanguage()];

/** The words of one screen or part, in the person's language. */
export function useWords<T>(words: TwoLanguages<T>): TwoLanguages<T>["en"] {
  return words[useLanguage()];
}

/**
 * @returns changes the language at once and keeps address, fields and scroll: the cookie for a year, the parts that the
 *   browser draws from this moment on, and the parts that the server drew as soon as it has drawn them again
 */
export function useChangeLanguage(): (language: InterfaceLanguage) => void {
  const router = useRouter();
  const { choose } = useContext(Context);
  return useCallback(
    (language) => {
      document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=31536000; samesite=lax`;
      document.documentElement.lang = HTML_LANG[language];
      choose(language);
      router.refresh();
    },
    [router, choose],
  );
}
