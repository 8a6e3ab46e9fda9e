/** @file Skills of software: languages, frameworks, ways of working. Written by us; form: parse-table.ts. */
export const SOFTWARE = `
# Software development @domain | software engineering, programming, coding, software design = 软件开发, 软件工程, 编程, 程序开发, 程序设计
# Programming languages @technology = 编程语言, 程序设计语言 < Software development
Python | python3, python 3 =
Java | java se, j2se, core java =
C++ | cpp, c plus plus, visual c++ =
`;
