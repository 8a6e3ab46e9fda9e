/** @file Who is signed in: name and role, theme, shortcuts, sign out; and the promise that nothing leaves. */
"use client";

import { ChevronsUpDown, Keyboard, KeyRound, LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { Menu, MenuChoice, MenuItem, MenuRule } from "../ui/menu";
import { ROLE } from "../words";
import { useMe } from "./me";
import { OwnPasswordDialog } from "./own-password-dialog";
import { useShortcutSheet } from "./shortcuts";
import { useTheme, type Theme } from "./theme";

const THEME_CHOICES: readonly { value: Theme; label: string }[] = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

export function Account() {
  const me = useMe();
  const [theme, setTheme] = useTheme();
  const showShortcuts = useShortcutSheet();
  const [changing, setChanging] = useState(false);
  const strongest = me.roles.filter((role) => role !== "employee");
  const roles = (strongest.length > 0 ? strongest : me.roles).map((role) => ROLE[role]).join(", ");
  return (
    <div className="border-t border-rule px-3 pt-2 pb-3">
      <Menu
        side="top"
        align="start"
        trigger={
          <button
            type="button"
            className="flex w-full items-center gap-3 rounded-md px-2 py-1.5 text-left hover:bg-press data-[state=open]:bg-press"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm font-medium">{me.name}</span>
              <span className="block truncate text-xs text-ink-3">{roles}</span>
            </span>
            <ChevronsUpDown size={14} aria-hidden className="text-ink-3" />
          </button>
        }
      >
        <p className="truncate px-2.5 pt-1.5 pb-1 text-xs text-ink-3">{me.email}</p>
        <MenuRule />
        <MenuChoice label="Appearance" value={theme} onChange={setTheme} choices={THEME_CHOICES} />
        <MenuRule />
        <MenuItem icon={<Keyboard size={15} />} onSelect={showShortcuts}>
          Keyboard shortcuts
        </MenuItem>
        <MenuItem icon={<KeyRound size={15} />} onSelect={() => setChanging(true)}>
          Change password
        </MenuItem>
        <MenuItem icon={<LogOut size={15} />} onSelect={() => void signOut({ callbackUrl: "/sign-in" })}>
          Sign out
        </MenuItem>
      </Menu>
      {changing && <OwnPasswordDialog onClose={() => setChanging(false)} />}
      <p className="mt-1.5 px-2 text-xs text-ink-3">Nothing leaves this machine.</p>
    </div>
  );
}
