/** @file Questions for the empty chat, by what the asker may do; in both languages that Cadre reads. */
export interface ExampleGroup {
  readonly title: string;
  readonly questions: readonly string[];
}

const POLICY: ExampleGroup = {
  title: "About policies",
  questions: [
    "How many days of annual leave do I get, and can I carry them over?",
    "What do I do when I am ill on a working day?",
    "年假没休完可以结转到明年吗？",
  ],
};

const PEOPLE: ExampleGroup = {
  title: "About candidates",
  questions: [
    "Controls engineer with PLC experience who speaks Dutch",
    "Field service technician, five years or more, willing to travel",
    "有液压驱动经验、会英语的质量工程师",
  ],
};

/** @param permissions names of lib/server/policy */
export function examplesFor(permissions: readonly string[]): ExampleGroup[] {
  return permissions.includes("candidates:search") ? [PEOPLE, POLICY] : [POLICY];
}
