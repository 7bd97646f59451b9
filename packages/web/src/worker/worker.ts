import type { StoredBaseline } from "@didym/core/results";
import { fetchChainFile } from "@didym/data/browser";
import { issuesOf } from "../model/issues-of.js";
import { handlers } from "./handlers.js";
import { createLaboratory, type Laboratory, type Library } from "./laboratory.js";
import type { Call, Handler, Job, Reply } from "./protocol.js";

let laboratory: Promise<Laboratory> | undefined;
const cancelled = new Set<number>();
const channel = new MessageChannel();
const breaths: (() => void)[] = [];
channel.port1.onmessage = () => breaths.shift()?.();

const send = (reply: Reply): void => {
  self.postMessage(reply);
};

async function start(chain: string, scenarios: string, version: string): Promise<Laboratory> {
  const json = async (address: string): Promise<unknown> => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${String(answer.status)} ${address}`);
    return answer.json();
  };
  const [file, library, stored] = await Promise.all([
    fetchChainFile(chain),
    json(scenarios),
    json(new URL("baseline.json", chain).href),
  ]);
  return createLaboratory(
    file,
    library as Library,
    version,
    () => performance.now(),
    stored as StoredBaseline,
  );
}

function jobOf(id: number): Job {
  return {
    get cancelled() {
      return cancelled.has(id);
    },
    progress: (done, total) => {
      send({ type: "progress", id, done, total });
    },
    breathe: () =>
      new Promise((resolve) => {
        breaths.push(resolve);
        channel.port2.postMessage(0);
      }),
  };
}

async function answer(id: number, kind: string, input: unknown): Promise<void> {
  try {
    const handler = (handlers as unknown as Readonly<Record<string, Handler<unknown, unknown>>>)[kind];
    if (laboratory === undefined || handler === undefined) throw new Error(`cannot answer ${kind}`);
    const output = await handler(await laboratory, input, jobOf(id));
    send({ type: "answer", id, output });
  } catch (thrown) {
    send({ type: "failure", id, issues: issuesOf(thrown) });
  } finally {
    cancelled.delete(id);
  }
}

self.onmessage = ({ data }: MessageEvent<Call>) => {
  if (data.type === "start") {
    laboratory = start(data.chain, data.scenarios, data.version);
    laboratory.catch(() => undefined);
  } else if (data.type === "cancel") cancelled.add(data.id);
  else void answer(data.id, data.kind, data.input);
};
