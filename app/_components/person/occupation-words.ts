/** @file Names of the fields of work that the occupation classifier tells apart. */
import { defineWords } from "@/app/_components/language/define-words";
import type { OccupationCategory } from "@/lib/contracts/occupation-categories";

const EN: Readonly<Record<OccupationCategory, string>> = {
  accountant: "Accounting", advocate: "Law and advocacy", agriculture: "Agriculture", apparel: "Apparel", arts: "Arts", automobile: "Automotive",
  aviation: "Aviation", banking: "Banking", bpo: "Business services", "business-development": "Business development", chef: "Kitchen and catering",
  construction: "Construction", consultant: "Consulting", designer: "Design", "digital-media": "Digital media", engineering: "Engineering", finance: "Finance",
  fitness: "Fitness", healthcare: "Healthcare", hr: "Human resources", "information-technology": "Information technology", "public-relations": "Public relations",
  sales: "Sales", teacher: "Teaching",
};
const ZH: Readonly<Record<OccupationCategory, string>> = {
  accountant: "会计", advocate: "法律与权益", agriculture: "农业", apparel: "服装", arts: "艺术", automobile: "汽车",
  aviation: "航空", banking: "银行", bpo: "业务流程外包", "business-development": "业务拓展", chef: "餐饮厨务",
  construction: "建筑施工", consultant: "咨询", designer: "设计", "digital-media": "数字媒体", engineering: "工程", finance: "金融财务",
  fitness: "健身", healthcare: "医疗卫生", hr: "人力资源", "information-technology": "信息技术", "public-relations": "公共关系",
  sales: "销售", teacher: "教学",
};

export const OCCUPATION = defineWords({
  en: { field: EN, likely: (field: string, percent: number) => `Field: ${field}, ${percent} % sure`, says: "Guessed from the words of the whole résumé by the classifier that ships. No score reads it." },
  zh: { field: ZH, likely: (field, percent) => `领域：${field}（把握 ${percent}%）`, says: "由内置分类器根据整份简历的用词推测，不参与评分。" },
});
