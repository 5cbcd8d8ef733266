/** Errors of the file system, told in plain words. */

/** A path that cannot be read or written; `message` says why in plain words and does not hold the path. */
export class PathError extends Error {
  override readonly name = "PathError";
  readonly path: string;
  /** As the system names it, such as `ENOENT`. */
  readonly code: string;
  readonly action: "read" | "write";

  constructor(action: "read" | "write", path: string, code: string, cause?: unknown) {
    super(REASONS[code] ?? "the system refuses", { cause });
    this.action = action;
    this.path = path;
    this.code = code;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EBUSY: "another program uses it",
  EEXIST: "it exists already",
  EISDIR: "it is a folder; name the files in it",
  ELOOP: "too many symbolic links",
  ENAMETOOLONG: "the name is too long",
  ENOENT: "no such file or folder",
  ENOSPC: "no space left on the device",
  ENOTDIR: "a part of the path is no folder",
  EPERM: "the operation is not permitted",
  EROFS: "the file system is read-only",
};

/** The error of a system call as a {@link PathError}; any other error as it is. */
export function toPathError(action: "read" | "write", path: string, error: unknown): unknown {
  const code = codeOf(error);
  return error instanceof PathError || code === undefined ? error : new PathError(action, path, code, error);
}

/** The system's name of an error; `undefined` for what is no error of a system call. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
