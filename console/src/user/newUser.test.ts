import { expect, test } from "vitest";
import { accessOf, NOBODY } from "./newUser";

test("a person gets a sign-in and no key, and a program neither unasked", () => {
  expect(accessOf("person")).toEqual({ who: "person", signIn: true, key: false });
  expect(accessOf("program")).toEqual({ who: "program", signIn: false, key: false });
});

test("the wizard begins with a person", () => {
  expect(NOBODY).toMatchObject(accessOf("person"));
});
