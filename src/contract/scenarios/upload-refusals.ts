/** Uploads that must not be taken. */
import { encodeBase64 } from "../../bytes/base64.js";
import type { Scenario } from "../scenario.js";
import { createConnector, upload } from "../scenario.js";

/** One connector with one certificate, at which everything wrong is thrown. */
export const uploadRefusals: Scenario = {
  id: "upload-refusals",
  phase: "boundaries",
  modes: ["mock", "live"],
  needs: ["apiConnectors", "uploadClientCertificate"],
  play: async (stage) => {
    const { session, material } = stage;
    const now = session.clock.now();
    const id = await createConnector(stage, "contract: refusals");
    const credential = await material.credential(now, -1, 100);
    await upload(stage, "one that is good", id, await material.upload(credential));
    const other = await material.credential(now, -1, 90);
    const sound = await material.upload(other);
    const { pkcs12Value, password } = sound;
    const pem = `-----BEGIN CERTIFICATE-----\n${encodeBase64(other.certificate)}\n-----END CERTIFICATE-----\n`;
    const half = pkcs12Value.slice(0, Math.floor(pkcs12Value.length / 8) * 4);
    const url = pkcs12Value.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    const bodies: readonly (readonly [string, unknown])[] = [
      ["a wrong password", { pkcs12Value, password: "not the-Pa55word" }],
      ["half a file", { pkcs12Value: half, password }],
      ["PEM instead of a PFX", { pkcs12Value: encodeBase64(new TextEncoder().encode(pem)), password }],
      ["a certificate instead of a PFX", { pkcs12Value: encodeBase64(other.certificate), password }],
      ["a PFX without a key", await material.upload(other, password, { order: ["leaf"] })],
      ["a PFX without a certificate", await material.upload(other, password, { order: ["key"] })],
      ["base64url", { pkcs12Value: url, password }],
      ["no base64", { pkcs12Value: "not base64!", password }],
      ["an empty file", { pkcs12Value: "", password }],
      ["no password", { pkcs12Value }],
      ["null for the file", { pkcs12Value: null, password }],
      ["a number for the file", { pkcs12Value: 7, password }],
      ["nothing at all", {}],
    ];
    for (const [step, body] of bodies) await upload(stage, step, id, body);
    const { pkcs12Value: unlocked } = await material.upload(await material.credential(now, -1, 80), "");
    await upload(stage, "a file under the empty password", id, { pkcs12Value: unlocked, password: "" });
    const broken = pkcs12Value.replace(/.{76}/g, "$&\r\n");
    await upload(stage, "line breaks in base64", id, { pkcs12Value: broken, password });
  },
};
