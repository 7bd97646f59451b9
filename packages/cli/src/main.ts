import { catalogue, type Catalogue, type Language } from "@didym/messages";
import { findCommand } from "./command/find-command.js";
import { commandHelp, generalHelp, groupHelp } from "./command/help.js";
import { readArguments } from "./command/read-arguments.js";
import type { Command } from "./command/command.js";
import { globalFlags, type GlobalFlags } from "./command/global-flags.js";
import { readFlags, splitArguments } from "./command/parse-flags.js";
import { register, type RegisterEntry } from "./commands/register.js";
import { asIssues } from "./errors/as-issues.js";
import { errorDocument, errorText } from "./errors/error-output.js";
import { exitCodeOf } from "./errors/exit-codes.js";
import { usageError } from "./errors/usage.js";
import type { Io } from "./io.js";
import { localeLanguage } from "./locale/language.js";
import { makeContext } from "./make-context.js";
import { emit } from "./output/emit.js";
import { chooseFormat, wantsJson } from "./output/format.js";
import { jsonText } from "./output/json.js";
import { readVersions } from "./versions.js";

/** The language as far as it can be told before the command line is known to be valid. */
function earlyLanguage(argv: readonly string[], io: Io): Language {
  const at = argv.indexOf("--lang");
  const asked = at < 0 ? argv.find((arg) => arg.startsWith("--lang="))?.slice(7) : argv[at + 1];
  return asked === "zh" || asked === "en" ? asked : localeLanguage(io.env);
}

async function printVersions(io: Io, globals: GlobalFlags): Promise<number> {
  const versions = await readVersions();
  const asJson = chooseFormat(globals) === "json";
  const { didym, model, data } = versions;
  const text = `didym ${didym}\nmodel ${model}\ndata ${data}\n`;
  await io.stdout.write(asJson ? jsonText({ schema: "didym/version@1", versions }) : text);
  return 0;
}

/** Help without a command, or the help of a group; `--json` gives it as a document. */
async function withoutCommand(
  argv: readonly string[],
  group: string | undefined,
  io: Io,
  messages: Catalogue,
): Promise<number> {
  const globals = readFlags(
    splitArguments(argv, globalFlags, group ?? "").flags,
    globalFlags,
    "",
  ) as unknown as GlobalFlags;
  if (globals.version) return printVersions(io, globals);
  const words = (text: { en: string; zh: string }) => text[messages === catalogue("zh") ? "zh" : "en"];
  const text =
    group === undefined
      ? generalHelp(register, messages, words)
      : groupHelp(group, register, messages, words);
  if (globals.help || group === undefined) {
    await printHelp(text, globals, io);
    return 0;
  }
  throw usageError("MISSING_ARGUMENT", { expected: "COMMAND", details: { command: group ?? "" } });
}

async function printHelp(text: string, globals: GlobalFlags, io: Io): Promise<void> {
  const asJson = chooseFormat(globals) === "json";
  await io.stdout.write(
    asJson ? jsonText({ schema: "didym/help@1", versions: await readVersions(), help: text }) : text,
  );
}

/** Time for a command to put its finished work away after it was told to stop. */
const grace = 2000;

/** Rejects some time after the signal aborts, for commands that wait for something else. */
function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () =>
      setTimeout(() => {
        reject(signal.reason as Error);
      }, grace).unref();
    signal.addEventListener("abort", stop, { once: true });
  });
}

async function runCommand(
  entry: RegisterEntry,
  command: Command,
  argv: readonly string[],
  io: Io,
  language: Language,
): Promise<number> {
  const messages = catalogue(language);
  const { globals, args } = readArguments(argv, command);
  if (globals.version) return printVersions(io, globals);
  if (globals.help) {
    await printHelp(
      commandHelp(command, entry.brief, messages, (text) => text[language]),
      globals,
      io,
    );
    return 0;
  }
  chooseFormat(globals);
  const { context, end } = makeContext(io, globals, language, messages);
  try {
    const answer = await Promise.race([command.run(context, args), stopped(context.signal)]);
    end();
    if (answer === undefined) return 0;
    await emit(answer, command.schema, io, context);
    return answer.exitCode ?? 0;
  } finally {
    end();
  }
}

/** Whether a command's finished work outlives an interruption: those that can resume keep it, unless told not to. */
function keepsWork(command: Command | undefined, argv: readonly string[]): boolean {
  return command?.flags["resume"] !== undefined && !argv.includes("--no-cache");
}

async function fail(
  thrown: unknown,
  command: Command | undefined,
  argv: readonly string[],
  io: Io,
  messages: Catalogue,
): Promise<number> {
  const issues = asIssues(thrown);
  const code = exitCodeOf(issues[0].code);
  if (wantsJson(argv)) await io.stdout.write(jsonText(errorDocument(issues, messages)));
  const { interrupted, interruptedKept } = messages.cli;
  const stop = keepsWork(command, argv) ? interruptedKept : interrupted;
  await io.stderr.write(code === 130 ? `${stop}\n` : errorText(issues, messages));
  if (argv.includes("--debug") && thrown instanceof Error) await io.stderr.write(`${thrown.stack ?? ""}\n`);
  return code;
}

/** Runs the command line and resolves to the exit code. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const language = earlyLanguage(argv, io);
  const messages = catalogue(language);
  let command: Command | undefined;
  try {
    const { entry, group, rest } = findCommand(argv, register);
    if (entry === undefined) return await withoutCommand(rest, group, io, messages);
    command = await entry.load();
    return await runCommand(entry, command, rest, io, language);
  } catch (error) {
    return fail(error, command, argv, io, messages);
  }
}
