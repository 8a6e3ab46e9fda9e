/** @file The table of accounts. */
"use client";

import clsx from "clsx";
import { Ellipsis, KeyRound, Link2, Pencil, UserCheck, UserMinus, UserX } from "lucide-react";
import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { useMe } from "@/app/_components/shell/me";
import { ConfirmDialog } from "@/app/_components/ui/dialog";
import { Menu, MenuItem, MenuRule } from "@/app/_components/ui/menu";
import { useNotify } from "@/app/_components/ui/toasts";
import { langOf, TERMS } from "@/app/_components/words";
import { messageOf } from "@/lib/browser/http";
import { updateUser } from "@/lib/browser/people";
import type { UserView } from "@/lib/contracts/people";
import { INVITATIONS } from "./invitation-words";
import { USERS } from "./words";

interface UserTableProps {
  readonly users: readonly UserView[];
  readonly onEdit: (user: UserView) => void;
  readonly onPassword: (user: UserView) => void;
  readonly onPasswordLink: (user: UserView) => void;
  readonly onRemove: (user: UserView) => void;
  readonly onChanged: () => void;
}

export function UserTable({ users, ...actions }: UserTableProps) {
  const words = useWords(USERS);
  const links = useWords(INVITATIONS);
  const terms = useWords(TERMS);
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <caption className="sr-only">{words.accounts}</caption>
      <thead className="sticky top-0 z-10 bg-paper">
        <tr className="label h-9 border-b border-rule-2">
          <th scope="col" className="pr-4 font-[550]">
            {words.head.name}
          </th>
          <th scope="col" className="pr-4 font-[550] @max-[46rem]:hidden">
            {words.head.email}
          </th>
          <th scope="col" className="pr-4 font-[550]">
            {words.head.roles}
          </th>
          <th scope="col" className="w-44 pr-4 font-[550] @max-[66rem]:hidden">
            {links.signsIn}
          </th>
          <th scope="col" className="w-36 pr-4 font-[550] @max-[58rem]:hidden">
            {words.head.lastSignIn}
          </th>
          <th scope="col" className="w-9">
            <span className="sr-only">{terms.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <UserRow key={user.id} user={user} {...actions} />
        ))}
      </tbody>
    </table>
  );
}

function UserRow({
  user,
  onEdit,
  onPassword,
  onPasswordLink,
  onRemove,
  onChanged,
}: Omit<UserTableProps, "users"> & { user: UserView }) {
  const words = useWords(USERS);
  const links = useWords(INVITATIONS);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const gone = user.removedAt !== null;
  const { password, company } = user.signIn;
  const me = useMe();
  const notify = useNotify();
  const [disabling, setDisabling] = useState(false);
  const setDisabled = async (disabled: boolean) => {
    setDisabling(false);
    try {
      await updateUser(user.id, { disabled });
      onChanged();
      notify({
        text: disabled ? words.isDisabled(user.name) : words.isEnabled(user.name),
        ...(disabled ? { action: { label: terms.undo, run: () => void setDisabled(false) } } : {}),
      });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  const more = user.roles.filter((role) => role !== "employee");
  return (
    <tr className={clsx("h-11 border-b border-rule hover:bg-desk", user.disabled && "text-ink-3")}>
      <td className="py-1 pr-4">
        <button
          type="button"
          lang={langOf(user.name)}
          disabled={gone}
          onClick={() => onEdit(user)}
          className="max-w-full truncate text-left font-medium underline decoration-transparent underline-offset-4 hover:decoration-ink coarse:min-h-10"
        >
          {user.name}
        </button>
        {user.disabled && (
          <span className="ml-2 inline-block text-xs whitespace-nowrap">
            {user.removedAt ? links.left(formats.day(user.removedAt)) : words.disabled}
          </span>
        )}
      </td>
      <td className={clsx("truncate pr-4 @max-[46rem]:hidden", !user.disabled && "text-ink-2")}>
        {gone ? "" : user.email}
      </td>
      <td className={clsx("pr-4", !user.disabled && "text-ink-2")}>
        {formats.list((more.length > 0 ? more : user.roles).map((role) => terms.role[role]))}
      </td>
      <td className={clsx("truncate pr-4 @max-[66rem]:hidden", !user.disabled && "text-ink-2")}>
        {gone
          ? ""
          : company && password
            ? links.byBoth
            : company
              ? links.byCompany
              : password
                ? links.byPassword
                : links.byNothing}
      </td>
      <td className={clsx("pr-4 whitespace-nowrap tabular @max-[58rem]:hidden", !user.disabled && "text-ink-2")}>
        {user.lastSignInAt ? formats.dayTime(user.lastSignInAt) : words.never}
      </td>
      <td className="text-right">
        {!gone && (
          <Menu
            trigger={
              <button
                type="button"
                aria-label={terms.actionsFor(user.name)}
                className="grid size-8 place-items-center rounded-md text-ink-3 hover:bg-press hover:text-ink data-[state=open]:bg-press coarse:size-10"
              >
                <Ellipsis size={17} aria-hidden />
              </button>
            }
          >
            <MenuItem icon={<Pencil size={15} />} onSelect={() => onEdit(user)}>
              {words.nameAndRoles}
            </MenuItem>
            <MenuItem icon={<Link2 size={15} />} disabled={user.disabled} onSelect={() => onPasswordLink(user)}>
              {links.passwordLink}
            </MenuItem>
            <MenuItem icon={<KeyRound size={15} />} onSelect={() => onPassword(user)}>
              {words.setPassword}
            </MenuItem>
            {user.disabled ? (
              <MenuItem icon={<UserCheck size={15} />} onSelect={() => void setDisabled(false)}>
                {words.enable}
              </MenuItem>
            ) : (
              <MenuItem
                icon={<UserX size={15} />}
                danger
                disabled={user.id === me.id}
                onSelect={() => setDisabling(true)}
              >
                {words.disable}
              </MenuItem>
            )}
            <MenuRule />
            <MenuItem
              icon={<UserMinus size={15} />}
              danger
              disabled={user.id === me.id}
              onSelect={() => onRemove(user)}
            >
              {links.remove} …
            </MenuItem>
          </Menu>
        )}
        <ConfirmDialog
          open={disabling}
          onOpenChange={setDisabling}
          title={words.disableTitle(user.name)}
          consequence={words.disableConsequence}
          action={words.disable}
          onConfirm={() => void setDisabled(true)}
        />
      </td>
    </tr>
  );
}
