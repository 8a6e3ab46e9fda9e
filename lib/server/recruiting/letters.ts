/**
 * @file A draft of a letter to an applicant, for a person to change and send: from fixed sentences and what the score found.
 * While a name is hidden the draft has none, and its quotations are covered. Nothing is sent, nothing is kept but the audit line.
 */
import { getSetting } from "../../../db/queries/settings";
import type { Letter, LetterQuery } from "../../contracts/letters";
import { systemClock, type Clock } from "../../core/clock";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { writeLetter } from "../../people/letters/write-letter";
import { record } from "../audit/record";
import { COMPANY_SETTING } from "../people";
import type { Services } from "../services";
import { requireApplication } from "./access";
import { standingsOf } from "./scores";
import { showApplication } from "./shown";

/** @throws AppError "request/not-found" */
export async function draftLetter(services: Pick<Services, "db" | "encoder">, actor: Actor, id: string, { kind, language }: LetterQuery, clock: Clock = systemClock): Promise<Letter> {
  const { db } = services;
  const { application: row, opening } = await requireApplication(db, actor, id);
  const standings = await standingsOf(services, opening, clock);
  const card = standings.scores.find(({ applicationId }) => applicationId === row.id)?.card ?? null;
  const view = await showApplication(db, scopeOf(actor), { opening, row, placed: { rank: null, card }, clock });
  const written = language ?? row.resume.language ?? "en";
  await record(db, actor, { action: "application.drafted", object: { kind: "application", id: row.id }, facts: { draft: kind } }, clock);
  const facts = {
    name: view.person.masked ? null : row.resume.name,
    opening: opening.title,
    company: (await getSetting(db, systemScope("letters"), COMPANY_SETTING)) ?? "",
    from: actor.name,
    keptUntil: view.keepUntil?.slice(0, 10) ?? null,
    parts: view.card?.parts ?? [],
  };
  const { subject, body, basis } = writeLetter(kind, written, facts);
  return { kind, language: written, subject, body, basis: [...basis] };
}
