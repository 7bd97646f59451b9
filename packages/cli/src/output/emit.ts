import { resolve } from "node:path";
import type { Answer } from "../command/answer.js";
import type { Context } from "../command/context.js";
import { usageError } from "../errors/usage.js";
import type { Io } from "../io.js";
import { chooseFormat } from "./format.js";
import { outFiles } from "./out-files.js";
import { render, type RenderOptions } from "./render.js";
import { writeAll, writeWhole } from "./write-file.js";

const mostOnTerminal = 40;

function isBold(io: Io, context: Context): boolean {
  const { env } = context;
  const wanted = !context.globals["no-color"] && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  return io.stdout.isTerminal && context.globals.output === undefined && wanted;
}

function optionsFor(io: Io, context: Context): RenderOptions {
  const { globals, messages, words } = context;
  const onTerminal = io.stdout.isTerminal && globals.output === undefined;
  return {
    format: chooseFormat(globals),
    table: globals.table,
    keepTiming: !globals["no-timing"],
    style: {
      words,
      bold: isBold(io, context),
      most: onTerminal && !globals.all ? mostOnTerminal : Infinity,
      rowsShown: messages.cli.rowsShown,
      noRows: messages.cli.noRows,
    },
  };
}

/** The JSON document of an answer: schema and versions lead; a list stays a list. */
async function documentOf(answer: Answer, schema: string | undefined, context: Context): Promise<unknown> {
  const { data } = answer;
  if (answer.bare === true || data === null || typeof data !== "object" || Array.isArray(data)) return data;
  return { ...(schema === undefined ? {} : { schema }), versions: await context.versions(), ...data };
}

/** Prints an answer: the one place where stdout is written. Files are written before, so that a failure prints nothing. */
export async function emit(
  answer: Answer,
  schema: string | undefined,
  io: Io,
  context: Context,
): Promise<void> {
  const options = optionsFor(io, context);
  const { output, out } = context.globals;
  const document = await documentOf(answer, schema, context);
  const { content, left } = await render(answer, document, options);
  if (content instanceof Uint8Array && output === undefined && io.stdout.isTerminal)
    throw usageError("BINARY_TO_TERMINAL");
  const { cli } = context.messages;
  if (out !== undefined) {
    await writeAll(resolve(context.cwd, out), await outFiles(answer, document));
    context.say(cli.wrote(out));
  }
  if (output !== undefined && output !== "-") {
    await writeWhole(resolve(context.cwd, output), content);
    context.say(cli.wrote(output));
  } else {
    await io.stdout.write(content);
  }
  if (left.length > 0) context.say(cli.otherTables(left, options.format));
  for (const note of answer.notes ?? []) context.say(note);
}
