/** `levers[2].rate` as keys: ["levers", 2, "rate"]. Keys may hold any character but a dot or bracket; `["a.b"]` quotes. */
export function pathKeys(path: string): (string | number)[] {
  const keys: (string | number)[] = [];
  for (const match of path.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/gu)) {
    if (match[1] !== undefined) keys.push(Number(match[1]));
    else keys.push(match[2] === undefined ? match[3] : (JSON.parse(`"${match[2]}"`) as string));
  }
  return keys;
}
