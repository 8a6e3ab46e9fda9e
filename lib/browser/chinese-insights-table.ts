/**
 * @file Sentences of people insights that carry names and figures of a table, in Chinese: notices of the checks, why a table cannot
 * be used, why a training failed, how a model was measured. English pattern → Chinese sentence, for chinese-details-table.ts.
 */
type Rule = readonly [pattern: RegExp, chinese: string | ((...found: string[]) => string)];

/** `A, B` → A、B */
const list = (names: string): string => names.replace(/, /g, "、");

/** Where to look first, when a column tops the list; then what else to look for. */
const suspect = (name: string | undefined): string => (name === undefined || name === "" ? "请查找" : `模型最依赖“${name}”：请先检查这一列，再查找其他`);

const LEAKS: readonly Rule[] = [
  [/^Leak: by its name "(.+)" is known only after somebody has left\./, (name) => `泄露：从列名看，“${name}”要在员工离职后才会知道，已不再使用。`],
  [/^Leak: "(.+)" is a copy of the answer \(by itself AUC ([\d.]+)\)\./, (name, auc) => `泄露：“${name}”就是答案本身（单独使用 AUC 已达 ${auc}），已不再使用。`],
  [/^Leak: "(.+)" gives the answer away \(by itself AUC ([\d.]+);/, (name, auc) => `泄露：“${name}”透露了答案（单独使用 AUC 已达 ${auc}，而完整的离职模型通常为 0.7 至 0.85），已不再使用。如果确实事先可知，可在“各列的含义”中把它改回“用于学习”。`],
  [/^Leak: "(.+)" is a near-copy of "(.+)"\./, (name, target) => `泄露：“${name}”几乎与“${target}”相同，已不再使用。`],
  [/^Leak: (\d+) (?:row is a copy|rows are copies) of another row(?: \((\d+) of them[^)]*\))?\./, (rows, near) => `泄露：有 ${rows} 行与其他行重复${near === undefined || near === "" ? "" : `（其中 ${near} 行只有一列不同）`}。重复的行放在同一折中，模型不会在学过的行上检验；请检查数据表的来源。`],
  [/^(\d+) rows are copies of another row\. Check how the table was made\.$/, (rows) => `有 ${rows} 行与其他行重复，请检查数据表的来源。`],
  [/^Leak: "(.+)" gives "(.+)" away \(by itself AUC ([\d.]+);/, (name, target, auc) => `泄露：“${name}”透露了“${target}”（单独使用 AUC 已达 ${auc}，0.5 相当于猜测），已不再使用。如果确实事先可知，可在“各列的含义”中把它改回“用于学习”。`],
  [/^Leak: by its name "(.+)" is written together with "(.+)" or after it\./, (name, target) => `泄露：从列名看，“${name}”与“${target}”同时或在其之后填写，已不再使用。如果确实事先可知，可在“各列的含义”中把它改回“用于学习”。`],
  [/^Leak suspected: AUC ([\d.]+) is better than leaving can usually be foretold \(0\.7 to 0\.85\)\.(?: The model rests most on "(.+)": look there first)?/, (auc, name) => `疑似泄露：AUC 为 ${auc}，高于离职预测通常能达到的 0.7 至 0.85。${suspect(name)}离职之后才填写的列以及重复的行。`],
  [/^Leak suspected: (macro-F1|R²) ([\d.]+) is better than results can usually be foretold\.(?: The model rests most on "(.+)": look there first)?/, (metric, value, name) => `疑似泄露：${metric === "R²" ? "R²" : "宏平均 F1"} 为 ${value}，高于绩效预测通常能达到的水平。${suspect(name)}与结果同时或在其之后填写的列以及重复的行。`],
];

const COLUMNS: readonly Rule[] = [
  [/^No plan was found in time\. Use fewer channels, posts or periods/, "未能及时算出方案。请减少渠道、岗位或时段，或允许非整数单位。"],
  [/^Held apart, for fairness audits only: (.+)\.$/, (names) => `单独存放，仅用于公平性审计：${list(names)}。`],
  [/^"(.+)" names (\d+) people in (\d+) rows\. A person's rows were kept in one fold/, (name, people, rows) => `“${name}”表明 ${rows} 行数据属于 ${people} 人。同一人的各行放在同一折中，模型不会在学过的人员上检验。`],
  [/^The same for everybody, so left out: (.+)\.$/, (names) => `所有人取值相同，因此不使用：${list(names)}。`],
  [/^Names rows rather than describing people, so left out: (.+)\.$/, (names) => `只标识数据行，并不描述人员，因此不使用：${list(names)}。`],
  [/^Sentences are not read here: (.+)\.$/, (names) => `此处不读取成句的文字：${list(names)}。`],
  [/^More than 30 % of the cells are missing: (.+)\.$/, (names) => `超过 30% 的单元格缺失：${list(names)}。`],
  [/^More than 30 different values; the rarer ones count as one: (.+)\.$/, (names) => `取值超过 30 种，较少见的合并为一种：${list(names)}。`],
  [/^(\d+) cells of "(.+)" are no (date|number); they count as missing\.$/, (n, name, kind) => `“${name}”中有 ${n} 个单元格不是${kind === "date" ? "日期" : "数值"}，按缺失处理。`],
  [/^Columns without a name of their own were given one: (.+)\.$/, (names) => `没有名称或重名的列已另行命名：${list(names)}。`],
  [/^(\d+) rows have more or fewer cells than there are columns\./, (n) => `有 ${n} 行的单元格数与列数不符，请检查其中的分隔符和引号。`],
  [/^What stands above the column names was left out: (.+)\.$/, (what) => `列名上方的内容未使用：${what}。`],
  [/^(.+) is neither a spreadsheet nor a text of cells\. Save it as XLSX or CSV\.$/, (name) => `${name} 既不是电子表格也不是文本表格，请另存为 XLSX 或 CSV。`],
  [/^The first row holds numbers only: it was taken as the column names\./, "第一行只有数字，已被当作列名。如果文件没有列名，请在最上方加一行列名。"],
  [/^(\d+) empty rows were left out\.$/, (n) => `${n} 个空行未使用。`],
  [/^(\d+) rows without "(.+)" were left out\.$/, (n, name) => `${n} 行缺少“${name}”，未使用。`],
  [/^(\d+) rows were left out: "(.+)" is missing, or its value is rarer than (\d+)\.$/, (n, name, least) => `${n} 行未使用：“${name}”缺失，或其取值少于 ${least} 行。`],
  [/^"(.+)" was taken as the target;/, (name) => `已把“${name}”作为预测目标。`],
  [/^The words of "(.+)" do not say clearly who left; (.+) was taken as leaving\.$/, (name, value) => `“${name}”的取值没有明确说明谁已离职；${value.replace(/"([^"]*)"/g, "“$1”")}按离职处理。`],
];

const MODELS: readonly Rule[] = [
  [/^AUC ([\d.]+) \(([\d.]+) to ([\d.]+)\) is no better than chance/, (auc, low, high) => `AUC 为 ${auc}（${low} 至 ${high}），与随机猜测无异：此表无法说明谁会离职，请勿使用这些估计。`],
  [/^Only ([\d.]+) events per column/, (n) => `平均每列只有 ${n} 个离职事件：区间很宽，单个原因并不确定。`],
  [/^The calibration slope is (-?[\d.]+);/, (slope) => `校准斜率为 ${slope}，理想值为 1。请看分档，不要看精确的百分比。`],
  [/^Holding (.+) apart: AUC ([\d.]+), AP ([\d.]+); with them it would be ([\d.]+), ([\d.]+)/, (names, auc, ap, auc2, ap2) => `不使用${list(names)}时：AUC ${auc}、AP ${ap}；使用时为 ${auc2}、${ap2}（各折只做一次）。`],
  [/^Holding (.+) apart: (\w+) (-?[\d.]+); with them it would be (-?[\d.]+)/, (names, metric, without, withThem) => `不使用${list(names)}时：${metric === "macroF1" ? "宏平均 F1" : "R²"} ${without}；使用时为 ${withThem}（各折只做一次）。`],
  [/^Macro-F1 ([\d.]+) \(([\d.]+) to ([\d.]+)\) is not surely better than naming ratings at random \(([\d.]+)\)/, (f1, low, high, guessed) => `宏平均 F1 为 ${f1}（${low} 至 ${high}），不能确定优于随机猜测（${guessed}），请勿使用这些估计。`],
  [/^R² (-?[\d.]+) \((-?[\d.]+) to (-?[\d.]+)\) is not surely better/, (r2, low, high) => `R² 为 ${r2}（${low} 至 ${high}），不能确定优于对所有人取平均值，请勿使用这些估计。`],
  [/^"(.+)" is tenure, the outcome of the survival model(?:, and no feature)?\.(?: The survival model also leaves out (.+): they)?/, (time, names) => `“${time}”是司龄，即生存模型要预测的时间。${names === undefined || names === "" ? "" : `生存模型也不使用${list(names)}：它们不会大于或小于司龄，会透露答案。`}`],
  [/^(\d+) rows without a usable "(.+)" are not in the survival model\.$/, (n, name) => `${n} 行没有可用的“${name}”，未进入生存模型。`],
  [/^(\d+) % of the rows are leavers: more than leave in a year,/, (share) => `${share}% 的行是离职者，一年内不会有这么多，因此数据表必定包含多年的离职者。无法据此得出 6、12 或 24 个月内的可能性，表中的各项比例也都属于这一更长的时期。`],
  [/^Ridge logistic regression, .+ invented rows beside the real ones, .+; (\d+) folds × (\d+)\.?/, (folds, repeats) => `岭逻辑回归，每个数值一个折点，并加入同样多的虚构数据，惩罚与普拉特校准在内层各折中选定；${folds} 折 × ${repeats}。`],
  [/^Ridge logistic regression, .+ invented rows beside the real ones,/, "岭逻辑回归，每个数值一个折点，并加入同样多的虚构数据，惩罚与普拉特校准在内层各折中选定"],
  [/^Gradient-boosted trees, depth (\d+), .+; (\d+) folds × (\d+)\.?/, (depth, folds, repeats) => `梯度提升树，深度 ${depth}，棵数与普拉特校准在内层各折中选定；${folds} 折 × ${repeats}。`],
  [/^Gradient-boosted trees, depth (\d+),/, (depth) => `梯度提升树，深度 ${depth}，棵数与普拉特校准在内层各折中选定`],
  [/^Ridge logistic regression, .+; (\d+) folds × (\d+)\.?/, (folds, repeats) => `岭逻辑回归，每个数值一个折点，惩罚与普拉特校准在内层各折中选定；${folds} 折 × ${repeats}。`],
  [/^Ridge logistic regression,/, "岭逻辑回归，每个数值一个折点，惩罚与普拉特校准在内层各折中选定"],
  [/^One hidden layer of 16/, "一个 16 单元隐藏层，各折内提前停止"],
  [/^Cox regression/, "考克斯回归（Efron 处理同时离职），岭惩罚"],
  [/^Gradient-boosted trees of depth 4, .+; (\d+) folds × (\d+)\.$/, (folds, repeats) => `深度为 4 的梯度提升树，棵数在内层各折中选定；${folds} 折 × ${repeats}。`],
  [/^(Ridge regression|One ridge logistic regression per class); (\d+) folds × 1\.$/, (what, folds) => `${what === "Ridge regression" ? "岭回归" : "每个类别一个岭逻辑回归"}；${folds} 折 × 1。`],
  [/^The training rows' shares or mean, the same for everybody\.$/, "训练数据的比例或平均值，对所有人相同。"],
  [/^(\d+) rows were left out: empty, without a label, or copies of another text\.$/, (n) => `${n} 行未使用：为空、没有标签，或与其他文本重复。`],
  [/^(\d+) labels with fewer than (\d+) texts were left out\.$/, (n, least) => `${n} 个标签的文本少于 ${least} 条，未使用。`],
  [/^The test has (\d+) texts only;/, (n) => `检验文本只有 ${n} 条；区间说明了其结论的不确定程度。`],
];

const REFUSALS: readonly Rule[] = [
  [/^Too few data: (\d+) people with (\d+) (leavers|stayers)\. It takes at least (\d+) people and (\d+) .+ about (\d+) people\.$/, (n, rarer, who, rows, events, need) => `数据太少：${n} 人，其中${who === "leavers" ? "离职" : "在职"} ${rarer} 人。至少需要 ${rows} 人，且较少的一方不少于 ${events} 人；按目前的比例约需 ${need} 人。`],
  [/^Too few data: (\d+) people with (\d+) months\. It takes at least (\d+) people with (\d+) months each\.$/, (n, months, people, each) => `数据太少：${n} 人、${months} 个月。至少需要 ${people} 人，每人 ${each} 个月。`],
  [/^Too few data: "(.+)" of "(.+)" needs two labels with at least (\d+) texts each; there are (.+)\.$/, (label, text, least, counts) => `数据太少：“${text}”的“${label}”至少需要两个标签，每个标签不少于 ${least} 条文本；现有 ${list(counts)}。`],
  [/^Groups need at least (\d+) people; there are (\d+)\.$/, (least, n) => `分群至少需要 ${least} 人，目前只有 ${n} 人。`],
  [/^All people are the same in what was chosen/, "所选各列中所有人取值相同，请选择其他列。"],
  [/^"(.+)" has the value (.+) only: nobody left/, (name, value) => `“${name}”只有“${value}”一种取值：无人离职，或全部离职，无从学习。`],
  [/^"(.+)" has (\d+) different values; leaving is a question of yes or no\./, (name, n) => `“${name}”有 ${n} 种取值；是否离职只能是“是”或“否”。数值和评分请用于“绩效”。`],
  [/^"(.+)" has (\d+) different values; that is no rating\./, (name, n) => `“${name}”有 ${n} 种取值，不是评分。请选择不超过 30 个类别的列，或数值列。`],
  [/^"(.+)" has (\d+) different labels; at most (\d+) can be told apart\.$/, (name, n, most) => `“${name}”有 ${n} 种标签，最多能区分 ${most} 种。`],
  [/^"(.+)" holds no months;/, (name) => `“${name}”中没有月份；月份可以写成日期、2024-03 或 1 至 12 的数字。`],
  [/^"(.+)" holds no numbers; time is tenure/, (name) => `“${name}”不是数值；时间列应为以月或年计的司龄。`],
  [/^Beside "(.+)" no column is left to learn from/, (name) => `除“${name}”外没有可用于学习的列：其余均为受保护列、常量、标识列，或透露了答案。`],
  [/^(.+) has no rows below its column names\.$/, (name) => `${name} 的列名下没有数据行。`],
  [/^(.+) has one column only; a table of people/, (name) => `${name} 只有一列；人员数据表应每项信息一列。是否以逗号、分号或制表符分隔？`],
  [/^(.+) has (\d+) rows of (\d+) columns; at most (\d+) cells can be read\.$/, (name, rows, columns, most) => `${name} 有 ${rows} 行 ${columns} 列，最多可读取 ${most} 个单元格。`],
  [/^The file looks like a spreadsheet but cannot be opened\./, "文件看起来是电子表格，但无法打开。请另存为不带密码的 XLSX 或 CSV。"],
  [/^The table has (\d+) rows; at most (\d+) can be imported\./, (n, most) => `数据表有 ${n} 行，最多可导入 ${most} 行。请去掉不需要的年份。`],
  [/^The table of hires lacks: (.+)\. Name its columns/, (names) => `录用数据表缺少：${list(names)}。请把列命名为渠道、数量、费用、录用（以及岗位）。`],
];

const SCREENS: readonly Rule[] = [
  [/^Choose one target only\.$/, "只能选择一个预测目标。"],
  [/^Choose at least two columns to group people by\.$/, "请至少选择两列用于分群。"],
  [/^Choose at most one column that says how comments sound/, "表示情感的列和表示主题的列最多各选一个作为预测目标。"],
  [/^No comment of this table is labelled with a (theme|sentiment) yet\..*at least (\d+) of each/, (field, least) => `此表中尚无标注${field === "theme" ? "主题" : "情感"}的意见。请先在“意见”页面进行标注，至少有两个标签各标注 ${least} 条。`],
  [/^Only a table of comments whose columns have been mapped can be labelled\.$/, "只有已设定各列含义的意见表才能标注。"],
  [/^At most (\d+) labels can be told apart\./, (most) => `最多只能区分 ${most} 个标签，请使用已有的标签。`],
  [/^Choose the column that is to be foreseen as the target\.$/, "请把要预测的列设为预测目标。"],
  [/^Choose the column with the comments' text to learn from\.$/, "请把意见正文所在的列设为用于学习。"],
  [/^Choose the column of the month as the time/, "请把月份所在的列设为时间，并选择说明该行属于谁的列。"],
  [/^Choose at least one column to learn from\.$/, "请至少选择一列用于学习。"],
  [/^There is no column “(.+)”\.$/, (name) => `没有名为“${name}”的列。`],
  [/^Choose a file, give the table a name and say what it is for\.$/, "请选择文件，填写数据表名称并说明用途。"],
  [/^Versions were trained on this table as it is mapped\./, "已有版本按现有设定在此表上训练。如需更改，请重新导入；先前的版本保留自己的数据。"],
  [/^This mapping is of another table\./, "此设定属于另一个数据表，请重新加载页面。"],
  [/^“(.+)” cannot be read as (\w+)\./, (name) => `“${name}”不能按所选类型读取。`],
  [/^Say what the table’s columns mean first\.$/, "请先设定数据表各列的含义。"],
  [/^This table was imported for something else\./, "此数据表是为其他用途导入的，请另选一个。"],
  [/^This training has ended already\.$/, "此次训练已经结束。"],
  [/^The day of the approval is still to come\./, "批准日期尚未到来。获得批准后即可启用人员分析。"],
  [/^People insights are on already\.$/, "人员分析已经启用。"],
  [/^Version (\d+) is in use already\.$/, (n) => `版本 ${n} 已在使用。`],
  [/^The gate refused version (\d+)\. To use it all the same, write down why \(at least (\d+) characters\)/, (n, least) => `版本 ${n} 未通过评估。如仍要使用，请写明理由（至少 ${least} 个字符），理由会记入审计日志。`],
  [/^There is no earlier version to go back to\.$/, "没有可以退回的版本。"],
  [/^You have contested this already\. HR has not answered yet\.$/, "您已对此提出异议，人力资源部尚未答复。"],
  [/^This has been answered already\.$/, "此项已经答复。"],
  [/^You cannot answer what you contested yourself\./, "您不能答复自己提出的异议，请由另一位人力资源主管答复。"],
];

export const CHINESE_INSIGHTS: readonly Rule[] = [...LEAKS, ...COLUMNS, ...MODELS, ...REFUSALS, ...SCREENS];
