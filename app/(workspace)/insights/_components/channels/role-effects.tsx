/** @file What a unit of each channel brings for each role: channels as rows, roles as columns, the channel's one figure where a cell is empty. */
"use client";

import { useId } from "react";
import { useWords } from "@/app/_components/language/language";
import type { ChannelProblemView } from "@/lib/contracts/insights-channels";
import { NumberField } from "./number-field";
import { ROLE_EFFECTS } from "./role-words";
import { CHANNELS } from "./words";
import { withRoleEffect } from "./change-effects";

interface RoleEffectsProps {
  readonly problem: ChannelProblemView;
  readonly onChange: (problem: ChannelProblemView) => void;
}

export function RoleEffects({ problem, onChange }: RoleEffectsProps) {
  const words = useWords(ROLE_EFFECTS);
  const { channel: channelTitle } = useWords(CHANNELS);
  const id = useId();
  const { channels, roles } = problem;
  // One role needs no table, unless its figures would count unseen after the other roles were removed.
  if (roles.length < 2 && !channels.some(({ byRole = {} }) => roles.some((role) => byRole[role.id]))) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{words.title}</legend>
      <p className="mb-1 text-xs text-ink-3">{words.help}</p>
      <div className="hairline-scroll overflow-x-auto" role="region" aria-label={words.title} tabIndex={0}>
        <table className="text-sm">
          <thead>
            <tr className="text-left text-xs text-ink-3">{[channelTitle, ...roles.map(({ name }) => name)].map((title, at) => <th key={roles[at - 1]?.id ?? ""} scope="col" className="max-w-36 py-1 pr-2 font-medium break-words">{title}</th>)}</tr>
          </thead>
          <tbody>
            {channels.map((channel, row) => (
              <tr key={channel.id} className="border-t border-rule align-top">
                <th scope="row" className="max-w-40 min-w-24 py-2.5 pr-3 text-left font-normal break-words">{channel.name}</th>
                {roles.map((role, column) => {
                  const own = channel.byRole?.[role.id];
                  const rangeId = own?.range ? `${id}-${row}-${column}` : undefined;
                  return (
                    <td key={role.id} className="w-28 py-1 pr-2">
                      <NumberField label={words.cell(channel.name, role.name)} optional placeholder={String(channel.effect)} describedBy={rangeId} value={own?.effect} onChange={(effect) => onChange({ ...problem, channels: channels.map((one) => (one.id === channel.id ? withRoleEffect(one, role.id, effect) : one)) })} />
                      {own?.range && <p id={rangeId} className="mt-0.5 text-right text-xs text-ink-3 tabular">{words.learned(own.range.low.toFixed(2), own.range.high.toFixed(2))}</p>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}
