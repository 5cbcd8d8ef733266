import { expect, it } from "vitest";
import { CLOUDS } from "../../../src/graph/clouds.js";
import { PERMISSIONS } from "../../../src/graph/permissions.js";

it("has permissions for each action that a cloud has, the least not among the higher ones", () => {
  expect(Object.keys(PERMISSIONS)).toEqual(Object.keys(CLOUDS.global.actions));
  for (const [action, { request, delegated, application, roles, source }] of Object.entries(PERMISSIONS)) {
    expect(request).toMatch(action === "updateServicePrincipal" ? /^PATCH / : new RegExp(`^POST .*/${action}$`));
    for (const { least, higher } of [delegated, application]) expect(higher).not.toContain(least);
    expect([source, ...roles.anyOf]).not.toContain("");
  }
});

it("says what is no more than a conclusion", () => {
  const uncertain = Object.entries(PERMISSIONS).filter(([, { evidence }]) => evidence !== "documented");
  expect(uncertain.map(([action]) => action)).toEqual(["removeKey"]);
});
