import type { CompletionWords } from "./words.js";

function forCommand(name: string): string {
  const [first, second] = name.split(" ");
  const seen = `__fish_seen_subcommand_from ${first}`;
  return second === undefined ? seen : `${seen}; and __fish_seen_subcommand_from ${second}`;
}

function flagLines(words: CompletionWords): string[] {
  return Object.entries(words.flags).flatMap(([name, flags]) =>
    flags.map((flag) => {
      const values = words.values[flag];
      const choice = values === undefined ? "" : ` -x -a "${values.join(" ")}"`;
      return `complete -c didym -n "${forCommand(name)}" -l ${flag.slice(2)}${choice}`;
    }),
  );
}

/** Completion for fish: commands, their second words, flags, flag values, names; files as always. */
export function fishScript(words: CompletionWords): string {
  const groups = Object.entries(words.groups).map(([first, seconds]) => {
    const none = `not __fish_seen_subcommand_from ${seconds.join(" ")}`;
    return `complete -c didym -n "__fish_seen_subcommand_from ${first}; and ${none}" -a "${seconds.join(" ")}"`;
  });
  return [
    "# fish completion of didym",
    `complete -c didym -n __fish_use_subcommand -a "${words.commands.join(" ")}"`,
    ...groups,
    ...flagLines(words),
    `complete -c didym -n "not __fish_use_subcommand" -a "${words.names.join(" ")}"`,
    "",
  ].join("\n");
}
