import { describe, expect, it } from "vitest";
import { toHar } from "../../../../src/contract/traffic/to-har.js";
import { entry, har, readAll } from "./har-text.js";

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const part of parts) text += part;
  return text;
}

describe("toHar", () => {
  it("writes what is read the same", async () => {
    const { exchanges } = await readAll(
      har(
        entry(),
        entry(
          { method: "PATCH", postData: { mimeType: "application/json", text: '{"a":1}' } },
          { status: 204, content: {} },
        ),
        entry({ method: "POST", bodySize: 7 }, { content: { size: 5, mimeType: "" } }),
        entry({}, { status: 0 }),
      ),
    );
    const { exchanges: again } = await readAll(await textOf(toHar(exchanges)));
    expect(again).toEqual(exchanges);
  });

  it("writes an empty one too", async () => {
    const text = await textOf(toHar([], { name: "a", version: "2" }));
    expect(JSON.parse(text)).toEqual({
      log: { version: "1.2", creator: { name: "a", version: "2" }, pages: [], entries: [] },
    });
  });
});
