import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cache } from "./paths.mjs";

const folder = join(cache, "setup.lock");

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function take() {
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
}

function dropIfStale() {
  let pid = 0;
  try {
    pid = Number(readFileSync(join(folder, "pid"), "utf8"));
  } catch {
    return; // just being taken
  }
  if (pid > 0 && !alive(pid)) rmSync(folder, { recursive: true, force: true });
}

/** Runs `work` while no other process of this clone sets up. */
export async function withLock(work) {
  mkdirSync(cache, { recursive: true });
  while (!take()) {
    dropIfStale();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
