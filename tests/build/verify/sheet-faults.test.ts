import { expect, test } from "vitest";
import { sheetFaults } from "../../../src/build/verify/sheet-faults.ts";

const files = new Set(["assets/style.css", "assets/a b.woff2", "images/paper.webp"]);

test.each<[css: string, messages: readonly string[]]>([
  ["p { color: red }", []],
  ['p { background: url("../images/paper.webp") }', []],
  ["p { background: url(/archive/images/paper.webp) }", []],
  ["@font-face { src: url( 'a%20b.woff2' ) format('woff2') }", []],
  ["p { mask: url(data:image/svg+xml,x); filter: url(#blur) }", []],
  ["/* url(gone.png) */ p {}", []],
  ["p { background: url(gone.png) }", ["asks for gone.png, which is not there"]],
  ["p { background: url(/images/paper.webp) }", ["asks for /images/paper.webp, which is not there"]],
  ["p { background: image-set(url('gone.webp') 1x, URL(gone.png) 2x) }", ["asks for gone.webp, which is not there", "asks for gone.png, which is not there"]],
  ['@import "https://fonts.example.org/serif.css"; p { background: url(//cdn.example.org/a.png) }', ["asks another host for https://fonts.example.org/serif.css", "asks another host for //cdn.example.org/a.png"]],
  ["@import 'more.css';", ["asks for more.css, which is not there"]],
])("%s", (text, messages) => {
  expect(sheetFaults({ file: "assets/style.css", text }, files, "/archive/").map(({ message }) => message)).toEqual(messages);
});
