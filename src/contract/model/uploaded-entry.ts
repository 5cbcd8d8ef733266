/** The entry of a certificateList that an upload has led to. */
import type { Exchange, Json } from "../exchange.js";
import { isBodyKnown, isSuccess } from "../exchange.js";
import type { Expected } from "./expected.js";
import { certificateList } from "./shown.js";
import type { Upload } from "./upload-verdict.js";

/** An upload that succeeded, with what must be of it and what is. */
export interface UploadedEntry {
  readonly exchanges: readonly Exchange[];
  readonly upload: Extract<Upload, { readonly verdict: "good" }>;
  /** The one with the right thumbprint, else the last; `{}` where the list is empty. */
  readonly entry: Json;
  readonly pointer: string;
}

/** All of them: of answers of the action, of reads after a PATCH, of creations. */
export function uploadedEntries(exchanges: readonly Exchange[], expected: Expected): readonly UploadedEntry[] {
  return exchanges.flatMap((exchange) => {
    const upload = expected.upload(exchange);
    if (upload?.verdict !== "good" || !isSuccess(exchange)) return [];
    const change = expected.changes.find(({ writes }) => writes.includes(exchange));
    const after = change?.writes.length === 1 ? change.after : undefined;
    const isShown = exchange.response.status !== 204 && isBodyKnown(exchange.response);
    const shown = isShown ? exchange : after;
    if (shown?.response.status === undefined || !isSuccess(shown)) return [];
    const list = certificateList(shown);
    const at = list.findLastIndex(({ thumbprint }) => thumbprint === upload.thumbprint);
    const index = at < 0 ? list.length - 1 : at;
    const pointer = `/authenticationConfiguration/certificateList/${Math.max(index, 0)}`;
    return [
      { exchanges: shown === exchange ? [exchange] : [exchange, shown], upload, entry: list[index] ?? {}, pointer },
    ];
  });
}
