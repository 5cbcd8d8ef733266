import { describe, expect, it } from "vitest";
import { cloudOf, lackOfCloud } from "../../../../src/contract/live/cloud-of.js";
import { resolveLive, startOfRun } from "../../../../src/contract/live/options.js";
import { NOW } from "./setup.js";

const tenantId = "5f2d3c1a-7b6e-4d8f-9a01-23456789abcd";

describe("resolveLive", () => {
  it("names a run so that its age can be read", () => {
    const { run, namePrefix, maxObjects } = resolveLive({ tenantId, allowWrites: true, run: "Ci42" }, NOW + 999);
    expect([run, namePrefix, maxObjects]).toEqual([
      "20260601t000000z.ci42",
      "zz-graph-contract-20260601t000000z.ci42-",
      20,
    ]);
    expect(startOfRun(`${namePrefix}contract: x`, "zz-graph-contract")).toBe(NOW);
  });
});

describe("startOfRun", () => {
  it.each([
    ["zz-graph-contract-20260601t000000z-x", NOW],
    ["zz-graph-contract-20260601t000000z.a1-x", NOW],
    ["zz-graph-contract-20260601t000000z", undefined],
    ["zz-graph-contract-x", undefined],
    ["zz-graph-contractor-20260601t000000z-x", undefined],
    ["my zz-graph-contract-20260601t000000z-x", undefined],
  ])("%s", (displayName, time) => {
    expect(startOfRun(displayName, "zz-graph-contract")).toBe(time);
  });
});

describe("clouds", () => {
  it.each([
    ["https://graph.microsoft.com/v1.0", "global"],
    ["https://microsoftgraph.chinacloudapi.cn/v1.0", "china"],
    ["http://127.0.0.1:8080/v1.0", undefined],
    ["https://graph.microsoft.com.example/v1.0", undefined],
  ])("%s is %s", (baseUrl, id) => {
    expect(cloudOf(baseUrl)?.id).toBe(id);
  });

  it.each([
    ["https://graph.microsoft.com/v1.0", undefined],
    ["https://graph.microsoft.us/v1.0", "uploadClientCertificate"],
    ["https://microsoftgraph.chinacloudapi.cn/v1.0/", "addTokenSigningCertificate"],
    ["https://graph.microsoft.us/beta", undefined],
    ["http://127.0.0.1:8080/v1.0", undefined],
  ])("%s lacks %s", (baseUrl, action) => {
    const lack = lackOfCloud(baseUrl, ["apiConnectors", "uploadClientCertificate", "addTokenSigningCertificate"]);
    expect(lack?.split(" ").at(-1)).toBe(action);
  });
});
