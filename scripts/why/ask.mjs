import { main } from "../../packages/cli/dist/main.js";

/** `didym why` in this process, its answer as data. */
export async function askWhy(scenario, metric) {
  const pieces = [];
  const sink = (keep) => ({
    isTerminal: false,
    write: (content) => {
      if (keep) pieces.push(Buffer.from(content).toString("utf8"));
      return Promise.resolve();
    },
  });
  const code = await main(["why", scenario, "--metric", metric, "--json", "--no-timing"], {
    stdout: sink(true),
    stderr: sink(false),
    stdin: async function* () {},
    env: {},
    cwd: process.cwd(),
    now: () => 0,
    onInterrupt: () => undefined,
  });
  const answer = JSON.parse(pieces.join(""));
  if (code !== 0) throw new Error(`${scenario} ${metric}: ${JSON.stringify(answer.error)}`);
  return answer;
}
