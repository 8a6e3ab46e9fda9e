/**
 * @file What each error is called in Chinese. The compiler asks for a sentence for every code of lib/core/errors.ts and for
 * the browser's own; a message with particulars (sizes, names, numbers) is translated by pattern, or shown as it came.
 */
import type { ErrorCode } from "../core/errors";

/** Failures that have no reply of ours, or none that can be read. */
export type NetworkCode = "network/unreachable" | "network/cut-off" | "network/unexpected-reply";

export const CHINESE_ERRORS: Readonly<Record<ErrorCode | NetworkCode, string>> = {
  "auth/signed-out": "请重新登录。",
  "auth/invalid-credentials": "邮箱或密码不正确。",
  "auth/rate-limited": "尝试次数过多，请几分钟后再试。",
  "policy/forbidden": "您的角色没有此项权限。",
  "request/invalid": "请求的内容不符合要求。",
  "request/not-found": "内容不存在，或您无权查看。",
  "request/conflict": "内容已被他人修改。请刷新页面后重试。",
  "request/too-large": "内容超出了大小上限。",
  "document/unsupported-type": "不支持这种文件类型。请使用 Markdown、纯文本、HTML、PDF、DOCX、CSV，或包含这些文件的 zip 压缩包。",
  "document/type-mismatch": "文件内容与文件名的类型不一致。请以正确的格式重新保存。",
  "document/empty": "文件中没有文字。",
  "document/needs-ocr": "文件中有页面没有文字层（扫描件）。请先做文字识别，再重新上传。",
  "document/encrypted": "文件受密码保护。请取消保护后重新上传。",
  "document/broken": "文件已损坏，无法读取。请重新导出后上传。",
  "document/too-large": "文件超出了大小上限。",
  "document/too-slow": "文件迟迟未能读完。请拆分文件，或重新导出后上传。",
  "document/too-many-files": "压缩包中的文件数量超出上限。",
  "document/duplicate": "已有内容相同的文件。",
  "document/bad-encoding": "无法识别文字编码。请另存为 UTF-8 编码。",
  "data/locked": "另一个 Cadre 进程正在使用此数据文件夹。",
  "data/unavailable": "无法连接数据库。",
  "data/migration-failed": "数据库未能升级到最新版本。",
  "backup/failed": "备份未能写入。",
  "backup/unusable": "该文件不是可用的备份。请换用它的另一份副本，或更早的备份。",
  "backup/too-new": "该备份由更新版本的 Cadre 生成。请安装对应版本后再恢复。",
  "backup/target-not-empty": "备份只能恢复到空的位置。未做任何更改。",
  "backup/restore-failed": "备份未能恢复，本次操作未留下任何内容。",
  "config/invalid": "有一项设置无效。",
  "model/not-found": "缺少编码模型的文件。",
  "model/unsupported": "该模型不能用作编码模型。",
  "model/device-unavailable": "这台机器上没有所要求的计算设备。",
  "language-model/failed": "语言模型没有给出可用的答案。",
  "index/dimension-mismatch": "索引由另一个编码模型建立，需要重建。",
  "index/invalid-vector": "编码模型给出了无法使用的结果。请管理员检查模型。",
  "index/corrupt": "索引快照已损坏，正在从数据库重建。",
  "train/diverged": "训练未能收敛，正在使用的模型保持不变。",
  "job/cancelled": "已取消。",
  "job/worker-died": "后台进程意外停止，任务将自动重试。",
  "eval/bad-input": "评测数据不符合要求的格式。",
  "internal/broken-assumption": "系统内部出现问题。",
  "internal/unknown": "系统内部出现问题。",
  "network/unreachable": "Cadre 没有响应。服务器是否在运行？请重试。",
  "network/cut-off": "连接中断了。请重试。",
  "network/unexpected-reply": "无法识别服务器的回复。请刷新页面。",
};
