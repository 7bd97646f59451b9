import type { Text } from "@didym/messages";
import type { Command } from "../command/command.js";

/** A command's name and line in the help; its file is loaded when it is called. */
export interface RegisterEntry {
  readonly name: string;
  readonly brief: Text;
  readonly load: () => Promise<Command>;
}

const notBuilt = (name: string) => async (): Promise<Command> =>
  (await import("./not-built.js")).notBuilt(name);

/** Every command. A new one is one file in this folder and one line here. */
export const register: readonly RegisterEntry[] = [
  {
    name: "run",
    brief: { en: "solve a scenario over its years", zh: "逐年求解一个情景" },
    load: async () => (await import("./run.js")).run,
  },
  {
    name: "compare",
    brief: { en: "the same tables of several scenarios side by side", zh: "并排比较多个情景" },
    load: async () => (await import("./compare.js")).compare,
  },
  {
    name: "why",
    brief: {
      en: "each lever's contribution to a metric, and the chain of causes",
      zh: "各政策工具对某指标的贡献与因果链",
    },
    load: async () => (await import("./why.js")).why,
  },
  {
    name: "goal",
    brief: {
      en: "the size of a lever that reaches a goal, and its cost",
      zh: "达到目标所需的政策力度及其成本",
    },
    load: async () => (await import("./goal.js")).goal,
  },
  {
    name: "shock",
    brief: { en: "one disruption, month by month", zh: "一次断供，逐月推演" },
    load: async () => (await import("./shock.js")).shock,
  },
  {
    name: "summit",
    brief: { en: "the coalition game: who stays, who leaves", zh: "联盟博弈：谁留下，谁离开" },
    load: async () => (await import("./summit.js")).summit,
  },
  {
    name: "sweep",
    brief: { en: "uncertainty: bands, sensitivities, odds", zh: "不确定性：区间、敏感度、概率" },
    load: async () => (await import("./sweep.js")).sweep,
  },
  {
    name: "query",
    brief: { en: "SQL on results, with DuckDB", zh: "用 DuckDB 对结果执行 SQL" },
    load: async () => (await import("./query.js")).query,
  },
  {
    name: "worker",
    brief: { en: "work for a queue on this machine", zh: "在本机为队列工作" },
    load: notBuilt("worker"),
  },
  {
    name: "queue status",
    brief: { en: "what a queue holds", zh: "队列的状态" },
    load: notBuilt("queue status"),
  },
  {
    name: "backtest",
    brief: { en: "predicted against observed", zh: "预测与观测对照" },
    load: async () => (await import("./backtest.js")).backtest,
  },
  {
    name: "claims",
    brief: { en: "the ledger of claims and verdicts", zh: "论断及裁定台账" },
    load: async () => (await import("./claims.js")).claims,
  },
  {
    name: "studies",
    brief: { en: "published studies and the same experiment here", zh: "已发表研究与此处同类实验" },
    load: async () => (await import("./studies.js")).studies,
  },
  {
    name: "data check",
    brief: { en: "check the evidence tables", zh: "检查依据表" },
    load: async () => (await import("./data-check.js")).dataCheck,
  },
  {
    name: "data sources",
    brief: { en: "list the sources", zh: "列出来源" },
    load: async () => (await import("./data-sources.js")).dataSources,
  },
  {
    name: "data balance",
    brief: {
      en: "the base year: found, balanced, moved by how much, why",
      zh: "基年平衡：原值、平衡值、调整幅度与原因",
    },
    load: async () => (await import("./data-balance.js")).dataBalance,
  },
  {
    name: "data show",
    brief: { en: "print an evidence table", zh: "输出一张依据表" },
    load: async () => (await import("./data-show.js")).dataShow,
  },
  {
    name: "data update",
    brief: { en: "try new figures against the tables", zh: "用新数据试更新依据表" },
    load: async () => (await import("./data-update.js")).dataUpdate,
  },
  {
    name: "scenario list",
    brief: { en: "list the built-in scenarios", zh: "列出内置情景" },
    load: async () => (await import("./scenario-list.js")).scenarioList,
  },
  {
    name: "scenario new",
    brief: { en: "start a scenario file", zh: "新建情景文件" },
    load: async () => (await import("./scenario-new.js")).scenarioNew,
  },
  {
    name: "scenario check",
    brief: { en: "check a scenario file", zh: "检查情景文件" },
    load: async () => (await import("./scenario-check.js")).scenarioCheck,
  },
  {
    name: "scenario schema",
    brief: { en: "print the JSON Schema of scenarios", zh: "输出情景的 JSON Schema" },
    load: async () => (await import("./scenario-schema.js")).scenarioSchema,
  },
  {
    name: "chain check",
    brief: { en: "check the chain of another mineral", zh: "检查另一矿种的供应链" },
    load: async () => (await import("./chain-check.js")).chainCheck,
  },
  {
    name: "chain new",
    brief: { en: "start the chain of another mineral", zh: "新建另一矿种的供应链" },
    load: async () => (await import("./chain-new.js")).chainNew,
  },
  {
    name: "solve",
    brief: { en: "solve a stand-alone market problem", zh: "求解独立的市场问题" },
    load: async () => (await import("./solve.js")).solve,
  },
  {
    name: "game",
    brief: { en: "solve a stand-alone game", zh: "求解独立的博弈" },
    load: async () => (await import("./game.js")).game,
  },
  {
    name: "report",
    brief: { en: "the policy brief of a scenario", zh: "某情景的政策简报" },
    load: async () => (await import("./report.js")).report,
  },
  {
    name: "serve",
    brief: { en: "serve laboratory and HTTP API", zh: "提供实验室页面与 HTTP 接口" },
    load: async () => (await import("./serve.js")).serve,
  },
  {
    name: "mcp",
    brief: { en: "tools for assistants, on stdio", zh: "供智能助手使用的工具（stdio）" },
    load: async () => (await import("./mcp.js")).mcp,
  },
  {
    name: "explain",
    brief: { en: "what an error, lever or metric means", zh: "解释错误、政策工具或指标" },
    load: async () => (await import("./explain.js")).explain,
  },
  {
    name: "doctor",
    brief: { en: "health of this installation", zh: "检查安装状态" },
    load: async () => (await import("./doctor.js")).doctor,
  },
  {
    name: "completion",
    brief: { en: "completion script for a shell", zh: "命令行补全脚本" },
    load: async () => (await import("./completion.js")).completion,
  },
];
