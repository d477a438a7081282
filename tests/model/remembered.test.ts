import { expect, test } from "vitest";
import { remembered } from "../../src/model/remembered.ts";

test("what is made of a text is made once, and so is nothing", () => {
  const asked: string[] = [];
  const initial = remembered((name) => {
    asked.push(name);
    return name === "" ? undefined : name.charAt(0);
  });
  expect(["Ek", "Fors", "Ek", "", ""].map(initial)).toEqual(["E", "F", "E", undefined, undefined]);
  expect(asked).toEqual(["Ek", "Fors", ""]);
});
