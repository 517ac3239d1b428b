import { expect, test } from "vitest";
import {
  audiencesOf,
  faultOfIssuer,
  faultOfMetadata,
  faultOfProviderName,
  isComplete,
  NO_PROVIDER,
} from "./newProvider";

test("an issuer is an https URL without user, query and fragment", () => {
  for (const url of ["https://a.example", "https://a.example:8443/realms/x", "https://localhost/x"]) {
    expect(faultOfIssuer(url), url).toBeUndefined();
  }
  for (const url of [
    "a.example",
    "http://a.example",
    "https:// a",
    "https://me@a.example",
    "https://a.example/?",
    "https://a.example#b",
  ]) {
    expect(faultOfIssuer(url), url).toBeDefined();
  }
});

test("a SAML provider's name has letters, digits and three signs", () => {
  expect(faultOfProviderName("Company.idp_1-a")).toBeUndefined();
  expect(faultOfProviderName("my idp")).toBeDefined();
  expect(faultOfProviderName("a".repeat(129))).toBeDefined();
});

test("metadata describe an entity", () => {
  expect(faultOfMetadata('<?xml version="1.0"?><md:EntityDescriptor entityID="a">')).toBeUndefined();
  expect(faultOfMetadata('<EntityDescriptor\n entityID="a">')).toBeUndefined();
  expect(faultOfMetadata("<html></html>")).toBeDefined();
});

test("a provider is complete once what is asked for its kind is there and has no fault", () => {
  expect(isComplete(NO_PROVIDER)).toBe(false);
  expect(isComplete({ ...NO_PROVIDER, url: "https://a.example" })).toBe(true);
  expect(isComplete({ ...NO_PROVIDER, url: "http://a.example" })).toBe(false);
  const saml = { ...NO_PROVIDER, kind: "saml" as const, name: "idp", metadata: "<EntityDescriptor >" };
  expect(isComplete(saml)).toBe(true);
  expect(isComplete({ ...saml, name: "" })).toBe(false);
  expect(isComplete({ ...saml, metadata: "x" })).toBe(false);
});

test("audiences stand apart by commas or spaces", () => {
  expect(audiencesOf({ ...NO_PROVIDER, audiences: "a, b\nc" })).toEqual(["a", "b", "c"]);
});
