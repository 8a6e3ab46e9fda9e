/** @file Words of the sign-in page. */
import { defineWords } from "@/app/_components/language/define-words";

export const SIGN_IN = defineWords({
  en: {
    title: "Sign in",
    headline: { before: "Every answer is ", marked: "a line from your documents." },
    email: "E-mail",
    password: "Password",
    signIn: "Sign in",
    signingIn: "Signing in …",
    demoCompany: "Demo company",
    demoNote: "Everyone in it is invented. Sign in as:",
    continueWith: (name: string) => `Continue with ${name}`,
    goingThere: "Going there …",
    or: "or",
    staysHere: (host: string) => `Questions and documents stay on this machine; signing in asks ${host}.`,
    emergency: "Administrators: sign in with a password in an emergency",
    emergencySays: "Passwords are switched off here. In an emergency an administrator can use theirs; the session is an administrator’s only, and it stands in the audit log.",
  },
  zh: {
    title: "登录",
    headline: { before: "每一个答案，", marked: "都是文件里的一行原文。" },
    email: "邮箱",
    password: "密码",
    signIn: "登录",
    signingIn: "正在登录…",
    demoCompany: "演示公司",
    demoNote: "其中的人物均为虚构。选择一个身份登录：",
    continueWith: (name) => `使用${/^[\u4e00-\u9fff]/.test(name) ? "" : " "}${name}登录`,
    goingThere: "正在前往…",
    or: "或",
    staysHere: (host) => `问题和文件不会离开本机；登录时会访问 ${host}。`,
    emergency: "系统管理员：紧急情况下使用密码登录",
    emergencySays: "此处已停用密码登录。紧急情况下，系统管理员可使用自己的密码；该会话仅具有系统管理员权限，并会记入审计日志。",
  },
});
