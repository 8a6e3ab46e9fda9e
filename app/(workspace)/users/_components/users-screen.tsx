/** @file Users: every account, its roles and last sign-in; create, change, disable, set a new password. */
"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { SearchField } from "@/app/_components/ui/search-field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { TERMS } from "@/app/_components/words";
import { listUsers } from "@/lib/browser/people";
import type { UserView } from "@/lib/contracts/people";
import { PasswordDialog } from "./password-dialog";
import { UserDialog } from "./user-dialog";
import { UserTable } from "./user-table";
import { USERS } from "./words";

type Open = { readonly type: "create" } | { readonly type: "edit" | "password"; readonly user: UserView } | null;

export function UsersScreen() {
  const words = useWords(USERS);
  const terms = useWords(TERMS);
  const { data, error, reload } = useResource("users", listUsers);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState<Open>(null);
  const needle = typed.trim().toLocaleLowerCase();
  const shown = (data ?? []).filter((user) => `${user.name} ${user.email}`.toLocaleLowerCase().includes(needle));
  const disabled = data?.filter((user) => user.disabled).length ?? 0;
  const done = () => {
    setOpen(null);
    reload();
  };
  return (
    <div className="flex h-full flex-col">
      <ScreenHead
        title={words.title}
        summary={data ? [words.summary(data.length), disabled > 0 ? words.disabledCount(disabled) : null].filter(Boolean).join(" · ") : terms.loading}
      >
        <Button look="solid" onClick={() => setOpen({ type: "create" })}>
          <Plus size={16} aria-hidden /> {words.add}
        </Button>
      </ScreenHead>
      <div className="px-5 pb-3 sm:px-8">
        <SearchField label={words.search} value={typed} onChange={setTyped} className="sm:w-80" />
      </div>
      <div className="hairline-scroll @container min-h-0 flex-1 overflow-auto px-5 pb-8 sm:px-8">
        {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
        {!data && error === undefined && <WaitingRows rows={10} height={44} label={words.loading} />}
        {data && shown.length === 0 && <p className="py-8 text-base text-ink-2">{words.noneFits(typed.trim())}</p>}
        {shown.length > 0 && (
          <UserTable
            users={shown}
            onEdit={(user) => setOpen({ type: "edit", user })}
            onPassword={(user) => setOpen({ type: "password", user })}
            onChanged={reload}
          />
        )}
      </div>
      {open?.type === "create" && <UserDialog user={null} onClose={() => setOpen(null)} onSaved={done} />}
      {open?.type === "edit" && <UserDialog user={open.user} onClose={() => setOpen(null)} onSaved={done} />}
      {open?.type === "password" && <PasswordDialog user={open.user} onClose={() => setOpen(null)} onSaved={done} />}
    </div>
  );
}
