/**
 * @file Words of the interface in English and Chinese, side by side. A screen keeps a `words.ts` beside it with
 * `defineWords({ en, zh })`; the compiler refuses a key that only one language has. No library: a sentence with a
 * number or a name in it is a function, so plurals and word order stay ordinary code.
 */
export type InterfaceLanguage = "en" | "zh";

export const INTERFACE_LANGUAGES: readonly InterfaceLanguage[] = ["en", "zh"];

/** Each language by its own name, whatever the interface speaks: who looks for theirs must find it. */
export const LANGUAGE_NAMES: Readonly<Record<InterfaceLanguage, string>> = { en: "English", zh: "简体中文" };

/** A sentence, a sentence with something in it, or a group of them. */
interface Words {
  readonly [key: string]: string | ((...values: never[]) => string) | Words;
}

/** The same keys and parameters, any text. */
type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...values: infer P) => string ? (...values: P) => string : SameKeys<T[K]> };

export interface TwoLanguages<T> {
  readonly en: SameKeys<T>;
  readonly zh: SameKeys<T>;
}

/** What `useWords` and `wordsOf` hand out: the words of one language. */
export type WordsIn<T extends TwoLanguages<unknown>> = T["en"];

/** @param words `en` decides the keys and the parameters, `zh` must have the same ones */
export function defineWords<T extends Words>(words: { readonly en: T; readonly zh: NoInfer<SameKeys<T>> }): TwoLanguages<T> {
  // The literal sentences of `en` widen to string: same object, looser type.
  return words as unknown as TwoLanguages<T>;
}

/** The `lang` attribute of a page in this language. */
export const HTML_LANG: Readonly<Record<InterfaceLanguage, string>> = { en: "en", zh: "zh-Hans" };

export const isInterfaceLanguage = (value: unknown): value is InterfaceLanguage => value === "en" || value === "zh";

/**
 * The language to show: what the person chose (the cookie), else the first of the browser's languages that we have.
 * @param accept the request's `Accept-Language`, most wanted first by its `q`
 */
export function chooseLanguage(cookie: string | undefined, accept: string | null): InterfaceLanguage {
  if (isInterfaceLanguage(cookie)) return cookie;
  const wanted = (accept ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().split(";");
      const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((found) => found !== undefined);
      return { language: tag.toLowerCase().split("-")[0], q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  return wanted.map(({ language }) => language).find(isInterfaceLanguage) ?? "en";
}
