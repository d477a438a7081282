import { expect, test } from "vitest";
import { citedName } from "../../src/model/cited-name.ts";

test.each([
  ["Karin Ek", "Ek | Karin"],
  ["J. K. Rowling", "Rowling | J. K."],
  ["Jean-Luc Nancy", "Nancy | Jean-Luc"],
  ["Martin Luther King Jr.", "King | Martin Luther | Jr."],
  ["Sammy Davis, Jr.", "Davis | Sammy | Jr."],
  ["Ludwig van Beethoven", "van Beethoven | Ludwig"],
  ["Rogier van der Weyden", "van der Weyden | Rogier"],
  ["Van Morrison", "Morrison | Van"],
  ["Charles de Gaulle", "de Gaulle | Charles"],
  ["Bashar al-Assad", "al-Assad | Bashar"],
  ["Сергей Лавров", "Лавров | Сергей"],
  ["Emily Post", "Post | Emily"],
])("the person %s is filed as %s", (name, filed) => {
  const cited = citedName(name);
  expect("family" in cited ? [cited.family, cited.given, ...(cited.suffix === undefined ? [] : [cited.suffix])].join(" | ") : cited).toBe(filed);
});

test.each(["Reuters", "Associated Press", "Agence France-Presse", "The Editorial Board", "Staff Reporter", "Northern Press Union", "A. Lee & Sons", "Class 4B", "Madonna", "Ann Lee, Geneva", "毛泽东", "نجيب محفوظ"])("%s is not turned round", (name) => {
  expect(citedName(name)).toEqual({ literal: name });
});

test("a record's own filing decides where the last word is not the whole family name", () => {
  expect(citedName("Gabriel García Márquez", "García Márquez, Gabriel")).toEqual({ family: "García Márquez", given: "Gabriel", suffix: undefined });
});
