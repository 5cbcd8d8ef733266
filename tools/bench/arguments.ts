/** The call of the bench. */
import { Command, InvalidArgumentError } from "commander";

/** What was asked for. */
export interface BenchArguments {
  readonly json: boolean;
  readonly check: boolean;
  /** Part of the ids of the cases that are run; absent: all. */
  readonly only?: string;
  /** Measurements of everything that is timed; absent: as many as fit a budget of time. */
  readonly rounds?: number;
}

/**
 * Reads the arguments.
 * @throws {CommanderError} for a wrong call, and after the help was printed
 */
export function readArguments(args: readonly string[]): BenchArguments {
  const command = new Command("bench")
    .description("Measures graph-certkit beside node-forge, pkijs and Node's own OpenSSL. Files are made with openssl.")
    .option("--json", "print one JSON document")
    .option("--check", "exit 1 where a bound is missed, 3 where one cannot be measured")
    .option("--only <pattern>", "run only the cases with this in their id, such as open-aes or cli")
    .option("--rounds <n>", "measurements of each contender; default: as many as fit a budget of time", readRounds)
    .addHelpText("after", EXIT_CODES)
    .exitOverride();
  return { json: false, check: false, ...command.parse(args, { from: "user" }).opts<Partial<BenchArguments>>() };
}

const EXIT_CODES = `
Exit code: 0 measured, 1 a bound is missed (--check), 2 wrong usage, 3 cannot measure.`;

function readRounds(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError("It is a whole number above 0.");
  return Number(text);
}
