/** @file The sign-in form with its errors, and the demo's accounts when there are any. */
"use client";

import { signIn } from "next-auth/react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { TextField } from "@/app/_components/ui/field";
import { HintProvider } from "@/app/_components/ui/hint";
import { sentenceOf } from "@/lib/browser/problem";
import { DemoAccounts, type Demo } from "./demo-accounts";
import { SIGN_IN } from "./words";

export function SignIn({ demo }: { demo: Demo }) {
  const words = useWords(SIGN_IN);
  const language = useLanguage();
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const alert = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (refusal) alert.current?.focus();
  }, [refusal]);

  const enter = async (account: { email: string; password: string }) => {
    setBusy(true);
    setRefusal(null);
    const refused = await attempt(account);
    if (refused === null) router.replace("/chat");
    else {
      setRefusal(refused);
      setBusy(false);
    }
  };
  return (
    <HintProvider>
      <div className="w-full max-w-[22rem]">
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            void enter({ email, password });
          }}
        >
          {refusal && (
            <p ref={alert} role="alert" tabIndex={-1} className="border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm outline-none">
              {sentenceOf(refusal, language)}
            </p>
          )}
          <TextField label={words.email} type="email" autoComplete="username" required autoFocus value={email} onChange={(event) => setEmail(event.target.value)} />
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
        {demo.demo && <DemoAccounts accounts={demo.accounts} busy={busy} onChoose={(account) => void enter(account)} />}
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
