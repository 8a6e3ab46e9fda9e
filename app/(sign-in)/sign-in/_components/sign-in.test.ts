/** @file The sign-in page while nobody has an account: what it offers and says is true for the ways in that are set. */
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { createElement, type ComponentProps, type ContextType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LanguageProvider } from "@/app/_components/language/language";
import type { InterfaceLanguage } from "@/app/_components/language/define-words";
import { waysIn } from "@/lib/server/session";
import { SignIn } from "./sign-in";
import { SIGN_IN } from "./words";

type Settings = Parameters<typeof waysIn>[0];
type RoleMap = NonNullable<NonNullable<Settings>["companySignIn"]>["roleMap"];
const company = (roleMap: RoleMap, passwordSignIn = true): Settings => ({
  passwordSignIn,
  companySignIn: { issuer: "https://login.example", clientId: "c", clientSecret: "s", name: "Verbeek", scopes: "openid", groupsClaim: "groups", roleMap, allowedGroups: null, trustEmail: false, recheckS: 60, hosts: [] },
});
const RECRUITERS: RoleMap = [{ group: "talent", roles: ["recruiter"] }];
const router = {} as NonNullable<ContextType<typeof AppRouterContext>>;

function shown(settings: Settings, { language = "en", empty = true, emergency = false }: { language?: InterfaceLanguage; empty?: boolean; emergency?: boolean } = {}) {
  const page = createElement(SignIn, { demo: { demo: false, empty, accounts: [] }, ways: waysIn(settings), emergency, failure: null });
  const html = renderToStaticMarkup(createElement(AppRouterContext.Provider, { value: router }, createElement(LanguageProvider, { language } as ComponentProps<typeof LanguageProvider>, page)));
  return { buttons: [...html.matchAll(/<button[^>]*>([^<]*)/g)].map(([, text]) => text), says: [...html.matchAll(/<p>([^<]*)<\/p>/g)].map(([, text]) => text), fields: html.match(/<input/g)?.length ?? 0, links: html.match(/<a /g)?.length ?? 0 };
}

test.each(["en", "zh"] as const)("nobody has an account (%s): the company's button alone; accounts come about by it, administrators by a group or by the printed link", (language) => {
  const words = SIGN_IN[language];
  const button = words.continueWith("Verbeek");
  const only = { buttons: [button], fields: 0, links: 0 };
  expect(shown(company([...RECRUITERS, { group: "it", roles: ["employee", "admin"] }]), { language })).toEqual({ ...only, says: [words.noAccountsYet(button), words.groupsMakeAdmins] });
  for (const settings of [company(null), company(RECRUITERS), company(null, false)]) expect(shown(settings, { language })).toEqual({ ...only, says: [words.noAccountsYet(button), words.linkMakesAdmin] });
  expect(shown({ companySignIn: null, passwordSignIn: true }, { language })).toEqual({ buttons: [words.signIn], fields: 2, links: 0, says: [words.noAccounts] });
});

test("somebody has one: both ways, and not a word of first starts; without passwords, the way for emergencies", () => {
  const { continueWith, signIn } = SIGN_IN.en;
  expect(shown(company(null), { empty: false })).toEqual({ buttons: [continueWith("Verbeek"), signIn], fields: 2, links: 0, says: [] });
  expect(shown(company(null, false), { empty: false })).toEqual({ buttons: [continueWith("Verbeek")], fields: 0, links: 1, says: [] });
  expect(shown(company(null, false), { emergency: true }).fields).toBe(2);
});
