/** @file What a channel problem is made of, as tables: channels, roles, budgets, and how it is to be solved. */
"use client";

import { Plus, X } from "lucide-react";
import { useWords } from "@/app/_components/language/language";
import { Button, IconButton } from "@/app/_components/ui/button";
import { Check, INPUT, SelectField } from "@/app/_components/ui/field";
import type { ChannelProblemView } from "@/lib/contracts/insights-channels";
import { hasRanges, withEffect, withoutRole } from "./change-effects";
import { MoreLimits } from "./more-limits";
import { NumberField, ShareField } from "./number-field";
import { RoleEffects } from "./role-effects";
import { CHANNELS } from "./words";

type Channel = ChannelProblemView["channels"][number];
type Role = ChannelProblemView["roles"][number];

interface ProblemFormProps {
  readonly problem: ChannelProblemView;
  readonly onChange: (problem: ChannelProblemView) => void;
}

export function ProblemForm({ problem, onChange }: ProblemFormProps) {
  const words = useWords(CHANNELS);
  const put = (change: Partial<ChannelProblemView>): void => onChange({ ...problem, ...change });
  return (
    <>
      <div className="flex flex-wrap items-end gap-4">
        <SelectField className="w-72" label={words.goal} value={problem.goal} onChange={(goal) => put({ goal })} choices={(["cheapest", "most"] as const).map((goal) => ({ value: goal, label: words.goals[goal] }))} />
        <label className="text-sm font-medium">
          <span className="mb-1.5 block">{words.currency}</span>
          <input className={`${INPUT} h-10 w-24`} maxLength={8} value={problem.currency} onChange={(event) => put({ currency: event.target.value })} />
        </label>
      </div>
      <Channels problem={problem} onChange={onChange} />
      <Roles problem={problem} onChange={onChange} />
      <RoleEffects problem={problem} onChange={onChange} />
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">{words.budgets}</legend>
        <div className="flex flex-wrap items-center gap-2">
          {problem.budgets.map((budget, at) => <div key={at} className="w-36"><NumberField label={words.budgetOf(at + 1)} value={budget} onChange={(value) => put({ budgets: problem.budgets.map((one, index) => (index === at ? (value ?? 0) : one)) })} /></div>)}
          <Button size="sm" onClick={() => put({ budgets: [...problem.budgets, problem.budgets.at(-1) ?? 0] })}><Plus size={13} aria-hidden /> {words.addPeriod}</Button>
          {problem.budgets.length > 1 && <Button size="sm" onClick={() => put({ budgets: problem.budgets.slice(0, -1) })}>{words.dropPeriod}</Button>}
        </div>
      </fieldset>
      <div>
        <Check checked={problem.whole} onChange={(whole) => put({ whole })} label={words.whole} />
        <Check checked={problem.robust ?? false} disabled={!hasRanges(problem)} onChange={(robust) => put({ robust })} label={words.robust} help={words.robustHelp} />
      </div>
      <MoreLimits problem={problem} onChange={onChange} />
    </>
  );
}

function Channels({ problem, onChange }: ProblemFormProps) {
  const words = useWords(CHANNELS);
  const { channels } = problem;
  const change = (id: string, changed: (channel: Channel) => Channel): void => onChange({ ...problem, channels: channels.map((channel) => (channel.id === id ? changed(channel) : channel)) });
  const put = (id: string, parts: Partial<Channel>): void => change(id, (channel) => ({ ...channel, ...parts }));
  const add = (): void => onChange({ ...problem, channels: [...channels, { id: crypto.randomUUID(), name: `${words.channel} ${channels.length + 1}`, unitCost: 1000, effect: 0.5 }] });
  const cell = (channel: Channel, field: "unitCost" | "capacity" | "floor", optional: boolean) => (
    <td className="py-1 pr-2"><NumberField label={words.fieldOf(words[field], channel.name)} value={channel[field]} optional={optional} onChange={(value) => put(channel.id, { [field]: value })} /></td>
  );
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-semibold">{words.channels}</legend>
      <div className="hairline-scroll overflow-x-auto" role="region" aria-label={words.channels} tabIndex={0}>
        <table className="w-full text-sm">
          <thead>
            <tr className="text-left text-xs text-ink-3">{[words.channel, words.unitCost, words.effect, words.capacity, words.floor, words.largestShare].map((title) => <th key={title} scope="col" className="py-1 pr-2 font-medium">{title}</th>)}<th /></tr>
          </thead>
          <tbody>
            {channels.map((channel) => (
              <tr key={channel.id} className="border-t border-rule">
                <td className="py-1 pr-2"><input aria-label={words.fieldOf(words.channel, channel.name)} className={`${INPUT} h-9 min-w-28 text-sm!`} maxLength={80} value={channel.name} onChange={(event) => put(channel.id, { name: event.target.value })} /></td>
                {cell(channel, "unitCost", false)}
                <td className="py-1 pr-2"><NumberField label={words.fieldOf(words.effect, channel.name)} value={channel.effect} onChange={(effect) => change(channel.id, (one) => withEffect(one, effect ?? 0))} /></td>
                {cell(channel, "capacity", true)}
                {cell(channel, "floor", true)}
                <td className="py-1 pr-2"><ShareField label={words.fieldOf(words.largestShare, channel.name)} share={channel.largestShare} onChange={(largestShare) => put(channel.id, { largestShare })} /></td>
                <td>{channels.length > 1 && <IconButton size="sm" label={words.removeChannel(channel.name)} icon={<X size={14} />} onClick={() => onChange({ ...problem, channels: channels.filter(({ id }) => id !== channel.id) })} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button size="sm" className="mt-2" onClick={add}><Plus size={13} aria-hidden /> {words.addChannel}</Button>
    </fieldset>
  );
}

function Roles({ problem, onChange }: ProblemFormProps) {
  const words = useWords(CHANNELS);
  const { roles } = problem;
  const put = (id: string, change: Partial<Role>): void => onChange({ ...problem, roles: roles.map((role) => (role.id === id ? { ...role, ...change } : role)) });
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-semibold">{words.roles}</legend>
      <div className="hairline-scroll overflow-x-auto" role="region" aria-label={words.roles} tabIndex={0}>
        <table className="text-sm">
          <thead>
            <tr className="text-left text-xs text-ink-3">{[words.role, words.hires, words.value].map((title) => <th key={title} scope="col" className="py-1 pr-2 font-medium">{title}</th>)}<th /></tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role.id} className="border-t border-rule">
                <td className="py-1 pr-2"><input aria-label={words.fieldOf(words.role, role.name)} className={`${INPUT} h-9 min-w-28 text-sm!`} maxLength={80} value={role.name} onChange={(event) => put(role.id, { name: event.target.value })} /></td>
                <td className="w-32 py-1 pr-2"><NumberField label={words.fieldOf(words.hires, role.name)} value={role.hires} onChange={(hires) => put(role.id, { hires: hires ?? 0 })} /></td>
                <td className="w-32 py-1 pr-2"><NumberField label={words.fieldOf(words.value, role.name)} optional value={role.value} onChange={(value) => put(role.id, { value })} /></td>
                <td>{roles.length > 1 && <IconButton size="sm" label={words.removeChannel(role.name)} icon={<X size={14} />} onClick={() => onChange(withoutRole(problem, role.id))} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button size="sm" className="mt-2" onClick={() => onChange({ ...problem, roles: [...roles, { id: crypto.randomUUID(), name: `${words.role} ${roles.length + 1}`, hires: 5 }] })}><Plus size={13} aria-hidden /> {words.addRole}</Button>
    </fieldset>
  );
}
