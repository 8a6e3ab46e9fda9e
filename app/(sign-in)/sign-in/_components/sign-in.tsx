/** @file The sign-in form with its errors, and the demo's accounts when there are any. */
"use client";

import { signIn } from "next-auth/react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { TextField } from "@/app/_components/ui/field";
import { HintProvider } from "@/app/_components/ui/hint";
import { DemoAccounts, type Demo } from "./demo-accounts";

/** What next-auth hands back is the error's code (lib/server/auth-options). */
const REFUSALS: Readonly<Record<string, string>> = {
  "auth/invalid-credentials": "That e-mail and password don’t match.",
  "auth/rate-limited": "Too many attempts. Wait a few minutes and try again.",
};

export function SignIn({ demo }: { demo: Demo }) {
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
              {refusal}
            </p>
          )}
          <TextField label="E-mail" type="email" autoComplete="username" required autoFocus value={email} onChange={(event) => setEmail(event.target.value)} />
          <TextField
            label="Password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button look="solid" type="submit" disabled={busy} className="h-10 w-full">
            {busy ? "Signing in …" : "Sign in"}
          </Button>
        </form>
        {demo.demo && <DemoAccounts accounts={demo.accounts} busy={busy} onChoose={(account) => void enter(account)} />}
      </div>
    </HintProvider>
  );
}

/** @returns null when signed in, else the sentence to show */
async function attempt(account: { email: string; password: string }): Promise<string | null> {
  try {
    const result = await signIn("credentials", { ...account, redirect: false });
    if (result?.ok && !result.error) return null;
    return REFUSALS[result?.error ?? ""] ?? "Signing in failed on our side. Try again.";
  } catch (error) {
    console.warn("sign-in:", error instanceof Error ? error.name : "failed");
    return "Cadre does not answer. Is the server running? Try again.";
  }
}
