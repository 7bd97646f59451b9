/**
 * The port asked for by `--port N`, `--port=N` or PORT; undefined where none is. Throws on nonsense.
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {number | undefined}
 */
export function wantedPort(args, env) {
  const at = args.findIndex((arg) => arg === "--port" || arg.startsWith("--port="));
  const unknown = args.find((arg, index) => index !== at && !(index === at + 1 && args[at] === "--port"));
  if (unknown !== undefined) throw new Error(`npm start knows --port N only, not ${unknown}`);
  const text = at < 0 ? env.PORT : args[at].startsWith("--port=") ? args[at].slice(7) : args[at + 1];
  if (at < 0 && (text === undefined || text === "")) return undefined;
  if (!/^\d{1,5}$/u.test(text ?? "") || Number(text) > 65_535)
    throw new Error(`--port takes a number up to 65535, not ${text ?? "nothing"}`);
  return Number(text);
}
