/** @file The button that leads to the company's own sign-in service. */
"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { SIGN_IN } from "./words";

interface CompanyButtonProps {
  readonly name: string;
  /** Told the code of what went wrong before the browser could leave. */
  readonly onFailed: (code: string) => void;
}

export function CompanyButton({ name, onFailed }: CompanyButtonProps) {
  const words = useWords(SIGN_IN);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      // Goes to the service, or back to this page with what went wrong; the button stays busy meanwhile.
      await signIn("company", { callbackUrl: "/chat" });
    } catch (error) {
      console.warn("sign-in:", error instanceof Error ? error.name : "failed");
      onFailed("network/unreachable");
      setBusy(false);
    }
  };
  return (
    <Button look="solid" disabled={busy} className="h-10 w-full" onClick={() => void go()}>
      {busy ? words.goingThere : words.continueWith(name)}
    </Button>
  );
}
