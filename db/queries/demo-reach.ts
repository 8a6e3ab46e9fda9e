/**
 * @file What the demo company reaches: a line per table of the schema, and how its rows go. A table without a line fails
 * demo-removal's test: whoever adds one says here what becomes of its rows.
 */

/**
 * mark: rows with the mark `demo` (or added by a demo account) are the roots that are deleted · falls: every row hangs on a
 * root by a reference that deletes it · rule: db/queries/demo.ts says which rows · all: nothing in it is anyone else's.
 */
export type Reach = "mark" | "falls" | "rule" | "all" | { readonly stays: string };

export const DEMO_REACH: Readonly<Record<string, Reach>> = {
  users: "mark",
  employees: "mark",
  documents: "mark",

  document_acl: "falls",
  document_texts: "falls",
  document_terms: "falls",
  document_tasks: "falls",
  chunks: "falls",
  vectors: "falls",
  resume_profiles: "falls",
  resume_keys: "falls",
  person_links: "falls",
  user_identities: "falls",
  company_sessions: "falls",
  hiring_managers: "falls",
  learning_partners: "falls",
  messages: "falls",
  feedback: "falls",
  answer_exposures: "falls",
  review_sources: "falls",
  review_item_passages: "falls",
  review_judgements: "falls",
  review_grades: "falls",
  review_assignments: "falls",
  review_preferences: "falls",
  hr_asks: "falls",
  openings: "falls",
  opening_members: "falls",
  requirement_corrections: "falls",
  applications: "falls",
  score_runs: "falls",
  application_scores: "falls",
  application_events: "falls",
  application_notes: "falls",
  shortlists: "falls",
  shortlist_entries: "falls",
  shortlist_links: "falls",
  shortlist_answers: "falls",
  saved_searches: "falls",
  saved_search_hits: "falls",
  growth_profiles: "falls",
  growth_skills: "falls",
  growth_plans: "falls",
  growth_plan_steps: "falls",
  growth_course_feedback: "falls",
  growth_mentoring: "falls",
  growth_pairs: "falls",
  growth_entry_members: "falls",
  growth_interviews: "falls",

  /** Chats of others that quote the demo's documents go with them. */
  conversations: "rule",
  /** Texts that an own document had while it was one of the demo's. */
  document_versions: "rule",
  /** A link made by an account whose password is public must not outlive it. */
  invitations: "rule",
  verified_answers: "rule",
  watched_files: "rule",
  jobs: "rule",
  hr_items: "rule",
  notifications: "rule",
  review_items: "rule",
  /** Receipts about the demo's people. */
  erasures: "rule",
  equal_opportunity_imports: "rule",
  equal_opportunity_records: "rule",
  growth_courses: "rule",
  growth_roles: "rule",
  growth_moves: "rule",
  growth_entries: "rule",

  sign_in_attempts: "all",
  used_logout_tokens: "all",
  /** What was learned in the demo company was learned from it. */
  learning_snapshots: "all",
  learning_snapshot_rows: "all",
  training_runs: "all",
  model_versions: "all",
  model_comparisons: "all",
  model_serving: "all",
  model_events: "all",
  feedback_receipts: "all",
  /** Insights of the demo company are about its people; an approval for it approves nothing for another company. */
  insight_approvals: "all",
  insight_datasets: "all",
  insight_dataset_people: "all",
  insight_labels: "all",
  insight_runs: "all",
  insight_versions: "all",
  insight_people: "all",
  insight_serving: "all",
  insight_events: "all",
  insight_contests: "all",
  insight_plans: "all",

  settings: { stays: "begins anew: what was set in the demo company is unset, the company's name too" },
  audit_events: { stays: "append-only: it goes on, with ids and counts, and says that the demo was removed" },
  audit_head: { stays: "the end of the audit log's chain" },
};
