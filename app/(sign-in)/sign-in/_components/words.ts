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
  },
});
