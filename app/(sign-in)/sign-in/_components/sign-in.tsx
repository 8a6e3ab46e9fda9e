/** @file Signing in: the company's button, the form for passwords, what went wrong, and the demo's accounts when there are any. */
"use client";

import { signIn } from "next-auth/react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { TextField } from "@/app/_components/ui/field";
import { HintProvider } from "@/app/_components/ui/hint";
import { sentenceOf } from "@/lib/browser/problem";
import type { WaysIn } from "@/lib/contracts/identity";
import { CompanyButton } from "./company-button";
import { DemoAccounts, type Demo } from "./demo-accounts";
import { SIGN_IN } from "./words";

interface SignInProps {
  readonly demo: Demo;
  readonly ways: WaysIn;
  /** An administrator asked for the password form although passwords are switched off. */
  readonly emergency: boolean;
  /** Code of what went wrong at the company's sign-in service. */
  readonly failure: string | null;
}

export function SignIn({ demo, ways, emergency, failure }: SignInProps) {
  const words = useWords(SIGN_IN);
  const language = useLanguage();
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(failure);
  const alert = useRef<HTMLParagraphElement>(null);
  // Until somebody has one, nobody has a password either: the company's button is the only way in from here.
  const onlyCompany = ways.company !== null && demo.empty && !emergency;
  useEffect(() => {
    if (refusal) alert.current?.focus();
  }, [refusal]);

  const enter = async (account: { email: string; password: string }, path = "/chat") => {
    setBusy(true);
    setRefusal(null);
    const refused = await attempt(account);
    if (refused === null) router.replace(path);
    else {
      setRefusal(refused);
      setBusy(false);
    }
  };
  return (
    <HintProvider>
      <div className="w-full max-w-[22rem] space-y-5">
        {refusal && (
          <p
            ref={alert}
            role="alert"
            tabIndex={-1}
            className="border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm outline-none"
          >
            {sentenceOf(refusal, language)}
          </p>
        )}
        {ways.company && <CompanyButton name={ways.company.name} onFailed={setRefusal} />}
        {ways.company && ways.password && !onlyCompany && (
          <p className="flex items-center gap-3 text-xs text-ink-3 before:h-px before:flex-1 before:bg-rule after:h-px after:flex-1 after:bg-rule">
            {words.or}
          </p>
        )}
        {!ways.password && emergency && <p className="text-sm text-ink-2">{words.emergencySays}</p>}
        {(ways.password || emergency) && !onlyCompany && (
          <form
            className="space-y-4"
            onSubmit={(event) => {
              event.preventDefault();
              void enter({ email, password });
            }}
          >
            <TextField
              label={words.email}
              type="email"
              autoComplete="username"
              required
              autoFocus={!ways.company}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
            <TextField
              label={words.password}
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            <Button look="solid" type="submit" disabled={busy} className="h-10 w-full">
              {busy ? words.signingIn : words.signIn}
            </Button>
          </form>
        )}
        {!ways.password && !emergency && !onlyCompany && (
          <Link
            href="/sign-in?emergency=1"
            className="inline-block text-xs text-ink-3 underline underline-offset-4 hover:text-ink"
          >
            {words.emergency}
          </Link>
        )}
        {demo.empty && (
          <div className="space-y-2 border-l-2 border-rule-2 pl-3.5 text-sm text-ink-2">
            <p>{ways.company ? words.noAccountsYet(words.continueWith(ways.company.name)) : words.noAccounts}</p>
            {ways.company && <p>{ways.company.makesAdmins ? words.groupsMakeAdmins : words.linkMakesAdmin}</p>}
          </div>
        )}
        {demo.demo && ways.password && (
          <DemoAccounts accounts={demo.accounts} busy={busy} onChoose={(account, path) => void enter(account, path)} />
        )}
      </div>
    </HintProvider>
  );
}

/** @returns null when signed in, else the code of what went wrong: what next-auth hands back is the error's (lib/server/auth-options) */
async function attempt(account: { email: string; password: string }): Promise<string | null> {
  try {
    const result = await signIn("credentials", { ...account, redirect: false });
    if (result?.ok && !result.error) return null;
    return result?.error ?? "internal/unknown";
  } catch (error) {
    console.warn("sign-in:", error instanceof Error ? error.name : "failed");
    return "network/unreachable";
  }
}
