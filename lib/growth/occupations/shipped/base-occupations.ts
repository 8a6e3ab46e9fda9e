/** @file The shipped occupations by name, with the taxonomy that ships: for whoever only needs their names. */
import { BASE_TAXONOMY } from "../../../people/taxonomy/base-taxonomy";
import { occupationIndex, type OccupationIndex } from "./find-occupation";
import { shippedOccupations } from "./read-occupations";

/** Read at the first call. */
export const baseOccupations = (): OccupationIndex => occupationIndex(shippedOccupations(BASE_TAXONOMY));
