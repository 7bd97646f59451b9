import { nearestName } from "@didym/core/errors";
import { usageError } from "../errors/usage.js";
import { bashScript } from "./bash.js";
import { fishScript } from "./fish.js";
import type { CompletionWords } from "./words.js";
import { zshScript } from "./zsh.js";

export const shells = ["bash", "zsh", "fish"] as const;

/** The completion script of a shell. Throws INVALID_ARGUMENT for an unknown one. */
export function completionScript(shell: string, words: CompletionWords): string {
  if (shell === "bash") return bashScript(words);
  if (shell === "zsh") return zshScript(words);
  if (shell === "fish") return fishScript(words);
  const near = nearestName(shell, shells);
  throw usageError("INVALID_ARGUMENT", {
    path: "SHELL",
    found: shell,
    expected: shells,
    ...(near === undefined ? {} : { nearest: near }),
  });
}
