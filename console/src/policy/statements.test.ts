import { describe, expect, it } from "vitest";
import { changesBetween } from "./changes";
import { inWords, readStatements, writeStatements } from "./statements";
import { EMPTY, TEMPLATES } from "./templates";

const read = (text: string) => {
  const document = readStatements(text);
  if (!document) {
    throw new Error(`cannot be read: ${text}`);
  }
  return document;
};

const said = (text: string) => read(`{"Version":"2012-10-17","Statement":${text}}`).statements.map(inWords);

describe("statements", () => {
  it.each([
    ...TEMPLATES.map(({ document }) => document),
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":["a:B","c:*"],"NotResource":"*","Principal":"*"}]}',
    '{"Version":"2008-10-17","Id":"x","Statement":[{"Sid":"","Effect":"Allow","Action":"*","Resource":["a","b"],"Condition":{"Bool":{"k":["true","false"]}}}]}',
  ])("are written as they were read: %s", (text) => {
    expect(read(writeStatements(read(text)))).toEqual({ ...read(text), statements: read(text).statements });
  });

  it("are one, if a document has one without a list", () => {
    expect(
      read('{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"a:B","Resource":"*"}}').statements,
    ).toHaveLength(1);
  });

  it.each([
    "",
    "{",
    "[]",
    '{"Version":"2012-10-17"}',
    '{"Statement":[{"Effect":"allow"}]}',
    '{"Statement":[],"Other":1}',
    '{"Statement":[{"Effect":"Allow","Other":1}]}',
  ])("are not read if something would be lost: %s", (text) => {
    expect(readStatements(text)).toBeUndefined();
  });

  it("begin with an action to write", () => {
    expect(JSON.parse(EMPTY)).toMatchObject({ Statement: [{ Effect: "Allow", Action: "", Resource: "*" }] });
  });

  it("are said in words", () => {
    expect(said('{"Effect":"Allow","Action":"*","Resource":"*"}')).toEqual(["allows every action on everything"]);
    expect(said('{"Effect":"Deny","NotAction":"iam:*","Resource":["a","b"]}')).toEqual([
      "denies every action but iam:* on a, b",
    ]);
    expect(said('{"Effect":"Allow","Action":["a:A","a:B","a:C","a:D"],"Principal":{"AWS":"1"}}')).toEqual([
      "allows a:A, a:B, a:C and 1 more to AWS 1",
    ]);
    expect(said('{"Effect":"Allow","Action":"a:A","Principal":{"AWS":["1","2"],"Service":"s"}}')).toEqual([
      "allows a:A to AWS 1, 2 and Service s",
    ]);
  });

  it("have no resources in words if they name none", () => {
    expect(said('{"Effect":"Allow","Action":"a:A","NotResource":[]}')).toEqual(["allows a:A"]);
    expect(said('{"Effect":"Allow","Action":"a:A","NotResource":"x"}')).toEqual(["allows a:A on everything but x"]);
  });

  it("name nobody if their principal is empty", () => {
    expect(said('{"Effect":"Allow","Action":"a:A","Principal":{}}')).toEqual(["allows a:A to nobody"]);
    expect(said('{"Effect":"Deny","Action":"a:A","NotPrincipal":{}}')).toEqual(["denies a:A to everybody but nobody"]);
  });
});

describe("a change", () => {
  const document = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const GET = { Effect: "Allow", Action: ["s3:GetObject", "s3:ListBucket"], Resource: "*" };

  it("is what statements say, not how they are written", () => {
    const same = { Sid: "New", Effect: "Allow", Action: ["S3:listbucket", "s3:GetObject"], Resource: ["*"] };
    expect(changesBetween(document(GET), document(same))).toEqual({ gone: [], added: [] });
  });

  it("names what is gone and what is new", () => {
    expect(changesBetween(document(GET), document({ ...GET, Resource: "x" }))).toEqual({
      gone: ["allows s3:GetObject, s3:ListBucket on everything"],
      added: ["allows s3:GetObject, s3:ListBucket on x"],
    });
  });

  it("is said with the backslashes that are written", () => {
    const condition = { StringLike: { "aws:UserAgent": "\\u0022" } };
    const changed = { ...GET, Resource: "arn:aws:s3:::b/\\u002a", Condition: condition };
    expect(changesBetween(document(GET), document(changed))?.added).toEqual([
      'allows s3:GetObject, s3:ListBucket on arn:aws:s3:::b/\\u002a, if {"StringLike":{"aws:UserAgent":"\\\\u0022"}}',
    ]);
  });

  it("is not said of what cannot be read", () => {
    expect(changesBetween("{", document(GET))).toBeUndefined();
  });
});
