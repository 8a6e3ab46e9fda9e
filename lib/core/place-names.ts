/**
 * @file Names of places in both languages that Cadre reads, so that a question about 利兹 finds what holds in Leeds. A
 * company's own site that is missing here is found by the name in its directory.
 */
import type { Language } from "./types";

const NAMES: readonly (readonly [string, string])[] = [
  ["Amsterdam", "阿姆斯特丹"], ["Antwerp", "安特卫普"], ["Barcelona", "巴塞罗那"], ["Beijing", "北京"], ["Berlin", "柏林"],
  ["Birmingham", "伯明翰"], ["Bristol", "布里斯托"], ["Brussels", "布鲁塞尔"], ["Chengdu", "成都"], ["Chicago", "芝加哥"],
  ["Chongqing", "重庆"], ["Dublin", "都柏林"], ["Edinburgh", "爱丁堡"], ["Frankfurt", "法兰克福"], ["Glasgow", "格拉斯哥"],
  ["Guangzhou", "广州"], ["Hamburg", "汉堡"], ["Hangzhou", "杭州"], ["Hong Kong", "香港"], ["Leeds", "利兹"],
  ["Liverpool", "利物浦"], ["London", "伦敦"], ["Madrid", "马德里"], ["Manchester", "曼彻斯特"], ["Milan", "米兰"],
  ["Munich", "慕尼黑"], ["Nanjing", "南京"], ["New York", "纽约"], ["Ningbo", "宁波"], ["Paris", "巴黎"],
  ["Qingdao", "青岛"], ["Rotterdam", "鹿特丹"], ["Shanghai", "上海"], ["Sheffield", "谢菲尔德"], ["Shenzhen", "深圳"],
  ["Singapore", "新加坡"], ["Suzhou", "苏州"], ["Sydney", "悉尼"], ["Tianjin", "天津"], ["Tokyo", "东京"],
  ["Toronto", "多伦多"], ["Vienna", "维也纳"], ["Warsaw", "华沙"], ["Wuhan", "武汉"], ["Wuxi", "无锡"],
  ["Xiamen", "厦门"], ["Xi'an", "西安"], ["Zurich", "苏黎世"],
];

/** @returns the name itself and its other-language form, where one is known */
export function namesOfPlace(name: string): readonly string[] {
  const known = NAMES.find(([en, zh]) => en.toLowerCase() === name.toLowerCase() || zh === name);
  return known ? [...new Set([name, ...known])] : [name];
}

/** The name to show in a language; unchanged where none is known. */
export function placeNameIn(name: string, language: Language): string {
  const known = NAMES.find(([en, zh]) => en.toLowerCase() === name.toLowerCase() || zh === name);
  return known ? known[language === "zh" ? 1 : 0] : name;
}
