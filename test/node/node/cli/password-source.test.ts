/** Which password a call uses, and when it asks. */
import { describe, expect, it } from "vitest";
import { openNewPasswordSource, openPasswordSource } from "../../../../src/node/cli/password-source.js";
import { fakeHost } from "./fake-host.js";

describe("openPasswordSource", () => {
  it.each([
    ["pass:secret", "secret"],
    ["pass:", ""],
    ["pass:a:b=c d", "a:b=c d"],
    ["env:PFX", "from the environment"],
    ["env:EMPTY", ""],
    ["stdin", "from standard input"],
  ])("reads %s without asking", async (argument, password) => {
    const environment = { PFX: "from the environment", EMPTY: "" };
    const { host, questions } = fakeHost({ answer: "typed", environment, input: ["from standard input\nmore"] });
    const source = await openPasswordSource(argument, host);
    expect(await source.read("?")).toBe(password);
    expect(source.isAssumed).toBe(false);
    expect(questions).toEqual([]);
  });

  it.each([[undefined], ["prompt"]])("asks on a terminal with %s: once, and only when it must", async (argument) => {
    const { host, questions } = fakeHost({ answer: "typed" });
    const source = await openPasswordSource(argument, host);
    expect(questions).toEqual([]);
    expect(await Promise.all([source.read("first?"), source.read("second?")])).toEqual(["typed", "typed"]);
    expect(questions).toEqual(["first?"]);
  });

  it("takes the empty password where nobody can be asked", async () => {
    const { host, questions } = fakeHost();
    const source = await openPasswordSource(undefined, host);
    expect(source.isAssumed).toBe(true);
    expect(await source.read("?")).toBe("");
    expect(questions).toEqual([]);
  });

  it.each(["prompt", "env:UNSET", "env:", "secret", "pass", "PASS:secret", "fd:3", ""])(
    "refuses %j where nobody can be asked, without repeating it",
    async (argument) => {
      const { host } = fakeHost();
      const error: Error = await openPasswordSource(argument, host).then(
        () => expect.unreachable(),
        (reason) => reason,
      );
      expect(error.name).toBe("UsageError");
      expect(error.message).not.toMatch(/secret|UNSET/);
    },
  );

  it("refuses a file that is no password", async () => {
    const { host } = fakeHost();
    await expect(openPasswordSource(`file:${process.execPath}`, host)).rejects.toMatchObject({ name: "UsageError" });
    await expect(openPasswordSource("file:/no/such/file", host)).rejects.toMatchObject({
      name: "PathError",
      code: "ENOENT",
    });
  });
});

describe("openNewPasswordSource", () => {
  it.each([
    ["pass:secret", "secret"],
    ["env:PFX", "from the environment"],
    ["stdin", "from standard input"],
  ])("reads %s as --passin does", async (argument, password) => {
    const { host } = fakeHost({ environment: { PFX: "from the environment" }, input: ["from standard input\n"] });
    expect(await (await openNewPasswordSource(argument, host)).read("?")).toBe(password);
  });

  it("asks twice, and takes no password that was typed in two ways", async () => {
    const { host, questions } = fakeHost({ answer: "typed" });
    expect(await (await openNewPasswordSource("prompt", host)).read("New one?")).toBe("typed");
    expect(questions).toEqual(["New one?", "The same once more:"]);
    const answers = ["typed", "tpyed"];
    const promptPassword = (): Promise<string> => Promise.resolve(answers.shift() ?? "");
    const source = await openNewPasswordSource("prompt", { ...host, promptPassword });
    await expect(source.read("New one?")).rejects.toMatchObject({
      name: "UsageError",
      message: "the two passwords that were typed differ",
    });
  });

  it.each(["prompt", "env:UNSET", "secret"])("refuses %j by its own name, without repeating it", async (argument) => {
    const { host } = fakeHost();
    await expect(openNewPasswordSource(argument, host)).rejects.toThrow(/^--passout (?!.*(secret|UNSET))/);
  });
});
