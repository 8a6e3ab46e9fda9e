/**
 * @file Traditional → simplified Chinese for the characters that HR texts use, one to one, so that 勞動合同 finds 劳动合同.
 * Not a full converter: a character that is not in the table stays as it is, on both sides.
 */

/** Traditional character followed by its simplified form. */
const PAIRS = [
  "勞劳 動动 員员 僱雇 傭佣 資资 報报 獎奖 勵励 罰罚 處处 經经 濟济 補补 償偿 賠赔 條条 規规 則则 實实 業业 務务 職职 責责 權权 費费 險险 養养",
  "醫医 療疗 產产 婦妇 兒儿 親亲 屬属 節节 喪丧 傷伤 殘残 續续 約约 簽签 訂订 終终 離离 辭辞 請请 調调 轉转 試试 滿满 歲岁 週周 號号 時时 間间",
  "點点 數数 據据 應应 該该 還还 沒没 會会 們们 這这 個个 對对 與与 從从 來来 過过 進进 開开 關关 門门 問问 題题 為为 於于 樣样 讓让 給给 買买",
  "賣卖 錢钱 獲获 證证 書书 學学 習习 訓训 練练 額额 場场 廠厂 區区 國国 際际 專专 長长 師师 導导 團团 隊队 組组 織织 構构 總总 監监 辦办 協协",
  "議议 爭争 訴诉 訟讼 決决 執执 違违 紀纪 嚴严 顯显 遲迟 曠旷 無无 須须 說说 話话 電电 腦脑 網网 絡络 設设 備备 軟软 體体 筆笔 記记 龍龙 單单",
  "張张 檔档 頁页 聯联 繫系 郵邮 發发 黨党 計计 劃划 預预 審审 準准 標标 確确 認认 許许 選选 擇择 項项 級级 別别 評评 績绩 較较 領领 幹干 層层",
  "變变 遷迁 駐驻 車车 輛辆 價价 貼贴 貸贷 債债 繳缴 納纳 稅税 復复 雜杂 檢检 驗验 衛卫 環环 護护 壓压 義义 範范 圍围 適适 當当 內内 訊讯 錄录",
  "歷历 簡简 崗岗 聲声 譽誉 隱隐 機机 舉举 騷骚 擾扰 視视 歡欢 幫帮 難难 麼么 裡里 後后 幾几 誰谁 讀读 寫写 頭头 戶户 雙双 廣广 東东 臺台 灣湾",
  "億亿 萬万 兩两 顧顾 響响 優优 齡龄 舊旧 僅仅 況况 連连 夠够 製制",
]
  .join(" ")
  .split(" ");

const simplified = new Map(PAIRS.map((pair) => [pair.charAt(0), pair.charAt(1)]));
const TRADITIONAL = new RegExp(`[${[...simplified.keys()].join("")}]`, "g");

/** @returns the text with the table's traditional characters replaced; same length */
export function toSimplified(text: string): string {
  return text.replace(TRADITIONAL, (char) => simplified.get(char) ?? char);
}
