/** @file Everything that the palette can offer this person: their screens, chats and documents, and the commands. */
"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { listDocuments } from "@/lib/browser/documents";
import { INTERFACE_LANGUAGES, LANGUAGE_NAMES, type InterfaceLanguage, type TwoLanguages } from "../language/define-words";
import { useChangeLanguage, useLanguage } from "../language/language";
import { useReader } from "../reader/reader-context";
import { useConversations } from "../shell/conversations";
import { draftKey, writeDraft } from "../shell/drafts";
import { focusMainField } from "../shell/main-field";
import { leave } from "../shell/leave";
import { useMe } from "../shell/me";
import { PLACES } from "../shell/places";
import { THEMES, useTheme } from "../shell/theme";
import { SHELL } from "../shell/words";
import { useResource } from "../use-resource";
import { TERMS } from "../words";
import { PALETTE } from "./words";
import type { PaletteItem } from "./palette-items";

/** The name of a word in both languages: shown first, then the other one, which it is found by as well. */
function both<T>(words: TwoLanguages<T>, pick: (words: TwoLanguages<T>["en"]) => string, language: InterfaceLanguage): Pick<PaletteItem, "name" | "also"> {
  return { name: pick(words[language]), also: [pick(words[language === "en" ? "zh" : "en"])] };
}

/** Chats offered before anything is typed. */
const RECENT_CHATS = 5;

/** @param wanted false: the palette is closed, nothing is loaded */
export function usePaletteItems(wanted: boolean, typed: string): { items: readonly PaletteItem[]; waiting: boolean } {
  const commands = useCommands(typed);
  const language = useLanguage();
  const router = useRouter();
  const reader = useReader();
  const { list: chats } = useConversations();
  const documents = useResource(wanted ? "palette-documents" : null, listDocuments);
  const items = useMemo(() => {
    const terms = TERMS[language];
    const mine = (chats ?? []).map((chat, index): PaletteItem => ({ id: `chat:${chat.id}`, group: "chats", name: chat.title, atOnce: index < RECENT_CHATS, run: () => router.push(`/chat/${chat.id}`) }));
    const readable = (documents.data?.documents ?? [])
      .filter((document) => document.status === "ready")
      .map((document): PaletteItem => ({
        id: `document:${document.id}`,
        group: "documents",
        name: document.title,
        also: [document.source],
        note: terms.kind[document.kind],
        atOnce: false,
        run: () => reader.open({ documentId: document.id, title: document.title, passage: null }),
      }));
    return [...commands, ...mine, ...readable];
  }, [commands, chats, documents.data, language, router, reader]);
  return { items, waiting: documents.waiting && typed.trim() !== "" };
}

function useCommands(typed: string): readonly PaletteItem[] {
  const { id: person, permissions } = useMe();
  const language = useLanguage();
  const changeLanguage = useChangeLanguage();
  const [theme, setTheme] = useTheme();
  const router = useRouter();
  return useMemo(() => {
    const question = typed.trim();
    const places = PLACES.filter((place) => place.permission === null || permissions.includes(place.permission)).map((place): PaletteItem => ({
      id: `go:${place.path}`,
      group: "go",
      name: place.name[language],
      also: [place.name[language === "en" ? "zh" : "en"], place.path.slice(1)],
      atOnce: true,
      run: () => router.push(place.path),
    }));
    const ask = (text: string) => () => {
      if (text !== "") writeDraft(draftKey(person, null), text);
      router.push("/chat");
      focusMainField();
    };
    const newQuestion: PaletteItem = { id: "ask:new", group: "ask", ...both(PALETTE, (words) => words.newQuestion, language), atOnce: true, run: ask("") };
    // Whatever was typed may be a question: offered last, as its own fit with itself would put it first.
    const askThis: PaletteItem = { id: "ask:this", group: "ask", name: PALETTE[language].askThis(question), atOnce: false, run: ask(question) };
    const languages = INTERFACE_LANGUAGES.filter((each) => each !== language).map((each): PaletteItem => ({ id: `language:${each}`, group: "settings", ...both(PALETTE, (words) => words.language(LANGUAGE_NAMES[each]), language), atOnce: true, run: () => changeLanguage(each) }));
    const themes = THEMES.filter((each) => each !== theme).map((each): PaletteItem => ({
      id: `theme:${each}`,
      group: "settings",
      name: PALETTE[language].theme(SHELL[language].themes[each]),
      also: INTERFACE_LANGUAGES.map((other) => PALETTE[other].theme(SHELL[other].themes[each])),
      atOnce: true,
      run: () => setTheme(each),
    }));
    const signOut: PaletteItem = { id: "sign-out", group: "settings", ...both(SHELL, (words) => words.signOut, language), atOnce: true, run: leave };
    return [newQuestion, ...(question === "" ? [] : [askThis]), ...places, ...languages, ...themes, signOut];
  }, [typed, person, permissions, language, changeLanguage, theme, setTheme, router]);
}
