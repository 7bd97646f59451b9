import type { Answer } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import { readEvidence } from "../data/read-evidence.js";
import { completionScript, shells } from "../completion/script.js";
import { completionWords } from "../completion/words.js";

export const completion = defineCommand({
  name: "completion",
  schema: "didym/completion@1",
  positionals: [{ name: "SHELL", brief: { en: shells.join(", "), zh: shells.join("、") } }],
  flags: {},
  examples: [
    {
      args: "completion bash > ~/.local/share/bash-completion/completions/didym",
      does: { en: "bash", zh: "bash" },
    },
    { args: 'completion zsh > "${fpath[1]}/_didym"', does: { en: "zsh", zh: "zsh" } },
    { args: "completion fish > ~/.config/fish/completions/didym.fish", does: { en: "fish", zh: "fish" } },
  ],
  run: async (context, { positionals: [shell] }): Promise<Answer> => {
    const places = (await readEvidence(context)).tables.get("places")?.rows ?? [];
    const regions = places.map((row) => String(row["place"]));
    const script = completionScript(shell, await completionWords(context.messages, regions));
    return { data: { shell, script }, tables: [], text: script };
  },
});
