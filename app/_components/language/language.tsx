/** @file The interface's language for components: chosen by cookie or browser, changed with a click, kept for a year. */
"use client";

import { useRouter } from "next/navigation";
import { createContext, useCallback, useContext, type ReactNode } from "react";
import type { InterfaceLanguage, TwoLanguages } from "./define-words";

export const LANGUAGE_COOKIE = "cadre-language";

const Context = createContext<InterfaceLanguage>("en");

export function LanguageProvider({ language, children }: { language: InterfaceLanguage; children: ReactNode }) {
  return <Context.Provider value={language}>{children}</Context.Provider>;
}

/** What the interface speaks to this person. */
export const useLanguage = (): InterfaceLanguage => useContext(Context);

/** The words of one screen or part, in the person's language. */
export function useWords<T>(words: TwoLanguages<T>): TwoLanguages<T>["en"] {
  return words[useLanguage()];
}

/** @returns changes the language: the cookie, then the page is rendered again from the server */
export function useChangeLanguage(): (language: InterfaceLanguage) => void {
  const router = useRouter();
  return useCallback(
    (language) => {
      document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=31536000; samesite=lax`;
      router.refresh();
    },
    [router],
  );
}
