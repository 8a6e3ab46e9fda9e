/** @file The demo company's accounts: one click signs in as that person. Only shown when the server says it is the demo. */
"use client";

import { useFormats, useWords } from "@/app/_components/language/language";
import { TERMS } from "@/app/_components/words";
import type { Role } from "@/lib/core/types";
import { SIGN_IN } from "./words";

/** What the server tells about the demo company; no accounts when this is a real one. */
export interface Demo {
  readonly demo: boolean;
  /** An own company that nobody has an account in yet. */
  readonly empty: boolean;
  readonly accounts: readonly { readonly email: string; readonly name: string; readonly roles: readonly Role[]; readonly password: string }[];
}

interface DemoAccountsProps {
  readonly accounts: Demo["accounts"];
  readonly busy: boolean;
  readonly onChoose: (account: { email: string; password: string }, path?: string) => void;
}

export function DemoAccounts({ accounts, busy, onChoose }: DemoAccountsProps) {
  const words = useWords(SIGN_IN);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const roleText = (roles: readonly Role[]) => {
    const more = roles.filter((role) => role !== "employee");
    return formats.list((more.length > 0 ? more : (["employee"] as const)).map((role) => terms.role[role]));
  };
  const admin = accounts.find(({ roles }) => roles.includes("admin"));
  return (
    <section aria-labelledby="demo-title" className="mt-8">
      <h2 id="demo-title" className="text-sm font-medium">
        {words.demoCompany}
      </h2>
      <p className="mt-0.5 text-xs text-ink-3">{words.demoNote}</p>
      <ul className="mt-2.5 border-t border-rule">
        {accounts.map((account) => (
          <li key={account.email} className="border-b border-rule">
            <button
              type="button"
              disabled={busy}
              onClick={() => onChoose(account)}
              className="flex w-full items-baseline gap-3 py-2 text-left text-sm hover:bg-press coarse:py-3"
            >
              <span className="min-w-0 flex-1 truncate font-medium">{account.name}</span>
              <span className="shrink-0 text-ink-2">{roleText(account.roles)}</span>
            </button>
          </li>
        ))}
      </ul>
      {admin && (
        <p className="mt-4 text-xs text-ink-3">
          {words.ownCompany}{" "}
          <button type="button" disabled={busy} onClick={() => onChoose(admin, "/settings")} className="font-medium text-ink underline underline-offset-2">
            {words.ownCompanyGo}
          </button>
        </p>
      )}
    </section>
  );
}
