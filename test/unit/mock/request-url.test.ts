import { describe, expect, it } from "vitest";
import { createUrlReader } from "../../../src/mock/request-url.js";

describe("createUrlReader", () => {
  it.each([
    "https://graph.microsoft.com/v1.0/identity/apiConnectors",
    "https://graph.microsoft.com/v1.0/applications?$top=1&$filter=displayName eq 'a/b?c'",
    "https://graph.microsoft.com/?",
    "http://127.0.0.1:49152/v1.0/a#b?c",
    "http://127.0.0.1:49152/v1.0/a?b#c",
    "http://[::1]:8080/v1.0/%27x%27",
    "https://localhost:443/v1.0/",
    "http://user:password@localhost:8080/v1.0/a",
    "blob:nothing",
  ])("%s has the parts that URL finds", (text) => {
    const read = createUrlReader();
    const { origin, pathname, href } = new URL(text);
    const found = read(href);
    expect([found.origin, found.pathname]).toEqual([origin, pathname]);
    expect([...new URLSearchParams(found.search)]).toEqual([...new URL(text).searchParams]);
  });

  it("does not mistake a host for the one before it", () => {
    const read = createUrlReader();
    const origins = ["http://a.example/x", "http://b.example/x", "https://b.example/x", "http://a.example/y"].map(
      (url) => read(url).origin,
    );
    expect(origins).toEqual(["http://a.example", "http://b.example", "https://b.example", "http://a.example"]);
  });
});
