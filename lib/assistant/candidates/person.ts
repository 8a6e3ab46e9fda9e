/**
 * @file The port through which candidate cards get a person's name and headline; the server and the commands know them
 * from the résumé's card. The assistant itself only ever reads passages.
 */
export interface PersonCard {
  readonly name: string | null;
  readonly title: string | null;
  readonly location: string | null;
  readonly years: number | null;
}

export type DescribePerson = (documentId: string) => PersonCard | Promise<PersonCard>;

export const UNKNOWN_PERSON: PersonCard = { name: null, title: null, location: null, years: null };
