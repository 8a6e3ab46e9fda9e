/** @file Users: every account, its roles and last sign-in; invite, create, change, disable, remove, a new password. */
"use client";

import { MailPlus, Plus } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { SearchField } from "@/app/_components/ui/search-field";
import { Check } from "@/app/_components/ui/field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { TERMS } from "@/app/_components/words";
import { messageOf } from "@/lib/browser/http";
import { createInvitation, listInvitations } from "@/lib/browser/identity";
import { loadUsers } from "@/lib/browser/people";
import type { CreatedInvitation } from "@/lib/contracts/identity";
import type { UserView } from "@/lib/contracts/people";
import { InvitationList } from "./invitation-list";
import { INVITATIONS } from "./invitation-words";
import { InviteDialog } from "./invite-dialog";
import { LinkDialog } from "./link-dialog";
import { PasswordDialog } from "./password-dialog";
import { RemovalDialog } from "./removal-dialog";
import { UserDialog } from "./user-dialog";
import { UserTable } from "./user-table";
import { USERS } from "./words";

type Open = { readonly type: "create" | "invite" } | { readonly type: "edit" | "password" | "remove"; readonly user: UserView } | { readonly type: "link"; readonly created: CreatedInvitation } | null;

export function UsersScreen() {
  const words = useWords(USERS);
  const terms = useWords(TERMS);
  const links = useWords(INVITATIONS);
  const notify = useNotify();
  const { data, error, reload } = useResource("users", loadUsers);
  const invitations = useResource("invitations", listInvitations);
  const [typed, setTyped] = useState("");
  const [withLeft, setWithLeft] = useState(false);
  const [open, setOpen] = useState<Open>(null);
  const needle = typed.trim().toLocaleLowerCase();
  const present = (data?.users ?? []).filter((user) => user.removedAt === null);
  const left = (data?.users.length ?? 0) - present.length;
  const shown = (withLeft ? (data?.users ?? []) : present).filter((user) => `${user.name} ${user.email}`.toLocaleLowerCase().includes(needle));
  const disabled = present.filter((user) => user.disabled).length;
  const reloadAll = () => {
    reload();
    invitations.reload();
  };
  const done = () => {
    setOpen(null);
    reloadAll();
  };
  const made = (created: CreatedInvitation) => {
    setOpen({ type: "link", created });
    invitations.reload();
  };
  const makePasswordLink = async (user: UserView) => {
    try {
      made(await createInvitation({ userId: user.id, mail: false }));
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
    }
  };
  return (
    <div className="flex h-full flex-col">
      <ScreenHead
        title={words.title}
        summary={data ? [words.summary(present.length), disabled > 0 ? words.disabledCount(disabled) : null, left > 0 ? links.leftCount(left) : null].filter(Boolean).join(" · ") : terms.loading}
      >
        <Button onClick={() => setOpen({ type: "create" })}>
          <Plus size={16} aria-hidden /> {words.add}
        </Button>
        <Button look="solid" onClick={() => setOpen({ type: "invite" })}>
          <MailPlus size={16} aria-hidden /> {links.invite}
        </Button>
      </ScreenHead>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-5 pb-3 sm:px-8">
        <SearchField label={words.search} value={typed} onChange={setTyped} className="w-full sm:w-80" />
        {left > 0 && <Check checked={withLeft} onChange={setWithLeft} label={links.showLeft} />}
      </div>
      <div className="hairline-scroll @container min-h-0 flex-1 overflow-auto px-5 pb-8 sm:px-8">
        {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
        {!data && error === undefined && <WaitingRows rows={10} height={44} label={words.loading} />}
        {data && shown.length === 0 && <p className="py-8 text-base text-ink-2">{words.noneFits(typed.trim())}</p>}
        {invitations.error !== undefined && <FailedPanel error={invitations.error} onRetry={invitations.reload} />}
        {invitations.data && <InvitationList invitations={invitations.data.invitations} onChanged={reloadAll} />}
        {shown.length > 0 && (
          <UserTable
            users={shown}
            onEdit={(user) => setOpen({ type: "edit", user })}
            onPassword={(user) => setOpen({ type: "password", user })}
            onPasswordLink={(user) => void makePasswordLink(user)}
            onRemove={(user) => setOpen({ type: "remove", user })}
            onChanged={reload}
          />
        )}
      </div>
      {open?.type === "create" && <UserDialog user={null} mappedRoles={[]} onClose={() => setOpen(null)} onSaved={done} />}
      {open?.type === "edit" && <UserDialog user={open.user} mappedRoles={open.user.signIn.company ? (data?.mappedRoles ?? []) : []} onClose={() => setOpen(null)} onSaved={done} />}
      {open?.type === "invite" && <InviteDialog mail={invitations.data?.mail ?? false} onClose={() => setOpen(null)} onMade={made} />}
      {open?.type === "link" && <LinkDialog created={open.created} onClose={() => setOpen(null)} />}
      {open?.type === "remove" && <RemovalDialog person={{ userId: open.user.id, name: open.user.name }} onClose={() => setOpen(null)} onRemoved={done} />}
      {open?.type === "password" && <PasswordDialog user={open.user} onClose={() => setOpen(null)} onSaved={done} />}
    </div>
  );
}
