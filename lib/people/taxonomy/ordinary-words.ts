/**
 * @file Names of skills that are ordinary English words as well: they count only where the writing shows that the
 * name is meant (mention-rules.ts). Table.
 */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `
  ada julia polish access acrobat airflow ant apex arena ariba atom backbone bamboo bash basic beam blender bootstrap box camel chef
  cinema cloud compass composer concur consul cypress dart docs eclipse edge elm ember epic excel express fabric
  factory fiddler fireworks flash flask flink flow fluent forge forth foundation fusion gatsby gauge gin go harvest
  hive hugo impala ink insight ionic jest julia juniper keynote lambda lean lisp lotus make maple mariner maven max
  maya mercury meteor motion mule mural nest notion nuke numbers oak office opal opera outlook oxygen pages pig
  pivot pixel postman premiere presto prezi prism procreate project publisher puppet pure quark quest quicken
  radius rails ranger rational react reason relay remedy rhino ruby rust sage salt scheme scratch sea sentry shell
  signal silver sketch slack snort snowflake solid spark sphinx spine spring square storm stripe studio surfer sway
  swift swing symphony teams terra thrift toad torch unity vault vision visual vue windows word workday zoom
`.trim().split(/\s+/),
);

/** Names that are something else in other letters: "Pennine Pumps plc" and Leeds are none, "safe" is no way of planning, "does" no design of experiments. */
export const WRITTEN_SO: ReadonlyMap<string, RegExp> = new Map([
  ["plc", /^PLC$/], ["plcs", /^PLCs$/], ["safe", /^SAFe$/], ["leed", /^LEED$/], ["leeds", /^LEEDs$/],
  ["doe", /^D[oO]E$/], ["does", /^D[oO]Es$/],
]);

/** Words that show, right after a name, that a programming language or tool is meant. */
export const CUE_AFTER = /^\s*(?:programming|language|scripts?|scripting|code|coding|developer|development|compiler|software|spreadsheets?|pivot|macros?|vba|语言|编程|程序|开发|脚本|软件)/iu;

/** And right before it. */
export const CUE_BEFORE = /(?:programming in|developed in|written in|coded in|languages?\s*:?|software\s*:|tools?\s*:|microsoft|ms|google|adobe|apache|ibm|oracle|autodesk|amazon|using|语言|编程|熟悉|精通|掌握|使用)\s*$/iu;
