import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run, say } from "../setup/run.mjs";

function onPath(names) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

/** Ubuntu's chromium package is an empty shell around a snap: only a program that answers counts. */
function answers(program) {
  return program !== undefined && spawnSync(program, ["--version"], { timeout: 60_000 }).status === 0;
}

function findChromium() {
  const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  const found =
    process.env.DIDYM_CHROMIUM ??
    onPath([
      "chromium",
      "chromium-browser",
      "google-chrome",
      "google-chrome-stable",
      "chromium-headless-shell",
    ]) ??
    (existsSync(mac) ? mac : undefined);
  return answers(found) ? found : undefined;
}

function findRedis() {
  const found = process.env.DIDYM_REDIS_SERVER ?? onPath(["redis-server", "valkey-server"]);
  return answers(found) ? found : undefined;
}

function findChineseFont() {
  if (process.platform !== "linux") return "system";
  try {
    return execFileSync("fc-list", [":lang=zh-cn", "file"], { encoding: "utf8" }).split("\n")[0] || undefined;
  } catch {
    return undefined;
  }
}

/** Programs from outside npm that some suites need, and the Debian packages that bring them. */
export const parts = [
  { name: "chromium", variable: "DIDYM_CHROMIUM", find: findChromium, packages: ["chromium"] },
  { name: "redis", variable: "DIDYM_REDIS_SERVER", find: findRedis, packages: ["redis-server"] },
  {
    name: "fonts",
    variable: "DIDYM_CJK_FONT",
    find: findChineseFont,
    packages: ["fontconfig", "fonts-noto-cjk"],
  },
];

function whyNot() {
  if (process.platform !== "linux" || onPath(["apt-get"]) === undefined) return "no apt-get on this system";
  if (process.getuid?.() !== 0) return "installing needs root";
  return undefined;
}

async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const calm = ["-qq", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=300"];
  // redis-server's package starts a service where it can: the suites start their own
  await run("apt-get", [...calm, "install", "-y", "--no-install-recommends", ...packages], { env });
}

/** Installs the missing parts where it may. Returns variables for the suites: a path, or NAME_MISSING with the reason. */
export async function findParts() {
  const missing = parts.filter((part) => part.find() === undefined);
  const reason = missing.length > 0 ? whyNot() : undefined;
  const failures = new Map();
  if (missing.length > 0 && reason === undefined) {
    say(`Installing ${missing.map((part) => part.name).join(", ")} …`);
    await run("apt-get", ["-qq", "update"]).catch(() => undefined);
    for (const part of missing)
      await aptInstall(part.packages).catch((error) => failures.set(part.name, error.message));
  }
  const found = {};
  for (const part of parts) {
    const path = part.find();
    if (path !== undefined) found[part.variable] = path;
    else
      found[`${part.variable}_MISSING`] =
        failures.get(part.name) ?? reason ?? "installed, but it does not answer";
  }
  return found;
}
