import type { CompletionWords } from "./words.js";

function cases(entries: readonly (readonly [string, readonly string[]])[], variable: string): string {
  return entries.map(([key, words]) => `    "${key}") ${variable}="${words.join(" ")}" ;;\n`).join("");
}

/** Completion for bash: commands, their second words, flags, flag values, names; else files. */
export function bashScript(words: CompletionWords): string {
  return `# bash completion of didym
_didym() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" offered="" word
  local name=() second="" values=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) name+=("$word") ;; esac
  done
  case "$before" in
${cases(Object.entries(words.values), "values")}  esac
  case "\${name[0]}" in
${cases(Object.entries(words.groups), "second")}  esac
  if [ -n "$values" ]; then offered="$values"
  elif [ "\${#name[@]}" -eq 0 ] && [[ "$current" != -* ]]; then offered="${words.commands.join(" ")}"
  elif [ "\${#name[@]}" -eq 1 ] && [ -n "$second" ] && [[ "$current" != -* ]]; then offered="$second"
  elif [[ "$current" == -* ]]; then
    local full="\${name[0]}"
    [ -n "$second" ] && full="\${name[0]} \${name[1]}"
    case "$full" in
${cases(Object.entries(words.flags), "offered")}    *) offered="${globalsOf(words)}" ;;
    esac
  else offered="${words.names.join(" ")}"
  fi
  mapfile -t COMPREPLY < <(compgen -W "$offered" -- "$current")
  [[ "$current" == -* ]] || [ -n "$values" ] || [ "\${#name[@]}" -eq 0 ] || mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
}
complete -o filenames -F _didym didym ./didym
`;
}

function globalsOf(words: CompletionWords): string {
  const [first = [], ...rest] = Object.values(words.flags);
  return first.filter((flag) => rest.every((flags) => flags.includes(flag))).join(" ");
}
