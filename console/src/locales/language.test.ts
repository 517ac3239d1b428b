import { describe, expect, it } from "vitest";
import { bestOf } from "./language";

describe("the language of the console", () => {
  const existing = ["en", "de", "pt-BR"];

  it("is the first of the browser's languages that there is", () => {
    expect(bestOf(["fr", "de", "en"], existing)).toBe("de");
    expect(bestOf(["PT-br", "en"], existing)).toBe("pt-BR");
  });

  it("stands for its regions", () => {
    expect(bestOf(["de-AT", "en"], existing)).toBe("de");
    expect(bestOf(["de-Latn-AT", "en"], existing)).toBe("de");
    expect(bestOf(["zh-Hant-HK", "en"], [...existing, "zh-Hant", "zh"])).toBe("zh-Hant");
  });

  it("is English if there is none of them", () => {
    expect(bestOf(["fr-CA", "pt"], existing)).toBe("en");
    expect(bestOf([], existing)).toBe("en");
  });
});
