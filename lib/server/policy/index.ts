/** @file Who may do what to what. actions.ts is the table; ask it through `can`, enforce with `authorise`. */
export { ACTIONS, PERMISSIONS, type Action } from "./actions";
export { canReadDocument } from "./documents";
export { authorise, can, permissionsOf, type ActionObject } from "./predicates";
export { holdsRelation, isHiringManagerOf, isInGroup, isLearningPartnerOf, isManagerOf, isOneself, type RelatedPerson, type RelationName } from "./relations";
