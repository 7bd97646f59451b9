import type { CompletionWords } from "./words.js";

function cases(entries: readonly (readonly [string, readonly string[]])[]): string {
  return entries.map(([key, words]) => `    "${key}") offered=(${words.join(" ")}) ;;\n`).join("");
}

/** Completion for zsh: commands, their second words, flags, flag values, names; else files. */
export function zshScript(words: CompletionWords): string {
  const groups = Object.keys(words.groups).join("|");
  return `#compdef didym
# zsh completion of didym
_didym() {
  local -a offered name
  local word full
  for word in "\${(@)words[2,CURRENT-1]}"; do
    [[ "$word" == -* ]] || name+=("$word")
  done
  case "\${words[CURRENT-1]}" in
${cases(Object.entries(words.values))}  esac
  if (( \${#offered} )); then compadd -a offered; return; fi
  full="\${name[1]}"
  case "$full" in ${groups}) full="\${name[1]} \${name[2]}" ;; esac
  if [[ "\${words[CURRENT]}" == -* ]]; then
    case "$full" in
${cases(Object.entries(words.flags))}    esac
    compadd -a offered
    return
  fi
  if (( \${#name} == 0 )); then
    offered=(${words.commands.join(" ")})
    compadd -a offered
    return
  fi
  if (( \${#name} == 1 )); then
    case "\${name[1]}" in
${cases(Object.entries(words.groups))}    esac
    if (( \${#offered} )); then compadd -a offered; return; fi
  fi
  offered=(${words.names.join(" ")})
  compadd -a offered
  _files
}
compdef _didym didym
`;
}
