/** @file People who can be named for something: here, and with an account that is not disabled. */
import type { PersonView } from "@/lib/contracts/directory";

export function accountChoices(people: readonly PersonView[]): { value: string; label: string }[] {
  return people.flatMap(({ account, leftOn, name }) => (account !== null && !account.disabled && leftOn === null ? [{ value: account.id, label: name }] : []));
}
