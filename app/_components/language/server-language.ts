/** @file The interface's language for server components and metadata. */
import { cookies, headers } from "next/headers";
import { chooseLanguage, type InterfaceLanguage, type TwoLanguages } from "./define-words";

export async function interfaceLanguage(): Promise<InterfaceLanguage> {
  return chooseLanguage((await cookies()).get("cadre-language")?.value, (await headers()).get("accept-language"));
}

/** The words of one screen in the language of the person who asks for it. */
export async function wordsOf<T>(words: TwoLanguages<T>): Promise<TwoLanguages<T>["en"]> {
  return words[await interfaceLanguage()];
}
