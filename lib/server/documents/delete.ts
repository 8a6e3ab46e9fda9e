/**
 * @file Deleting a document, as a person asks for it. Deleting a résumé is erasing the person behind it, with a receipt: there is one
 * way, whether it is begun among the documents or on the person's page, so that no résumé goes without proof. Everything else just goes.
 */
import type { Actor } from "../../core/types";
import { authorise } from "../policy";
import type { Receipt } from "../recruiting/erase";
import { eraseHeld } from "../recruiting/held-person";
import type { Services } from "../services";
import { eraseDocument, getDocument } from "./manage";

/**
 * @returns the receipt of a résumé; undefined for other documents
 * @throws AppError "request/not-found" when it may not be read, "policy/forbidden"; "request/conflict" for a résumé whose person has applied, unless an HR lead asks
 */
export async function removeDocument(services: Services, actor: Actor, id: string): Promise<Receipt | undefined> {
  const row = await getDocument(services, actor, id);
  if (row.kind === "resume") return eraseHeld(services, actor, id);
  authorise(actor, `documents:delete:${row.kind}`);
  await eraseDocument(services, actor, row);
  return undefined;
}
