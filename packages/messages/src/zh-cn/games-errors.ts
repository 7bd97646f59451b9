import type { gamesErrors as english } from "../en/games-errors.js";
import { shown, type ErrorText } from "../error-text.js";

export const gamesErrors: Readonly<Record<keyof typeof english, ErrorText>> = {
  DUPLICATE_PLAYER: {
    message: ({ found }) => `参与者 ${shown(found)} 出现两次。`,
    page: "参与者标识不得重复。",
  },
  UNKNOWN_PLAYER: {
    message: ({ found }) => `没有参与者 ${shown(found)}。`,
    page: "联盟或收益中出现了不在 players 中的名称。",
  },
  DUPLICATE_MEMBER: {
    message: ({ found }) => `联盟 ${shown(found)} 中某成员出现两次。`,
    page: "联盟名称中每个成员只出现一次。",
  },
  COALITION_ORDER: {
    message: ({ found, expected }) => `联盟 ${shown(found)} 应写作 ${shown(expected)}。`,
    page: "联盟由标识按 players 的顺序以逗号连接。",
  },
  DUPLICATE_COALITION: {
    message: ({ found }) => `联盟 ${shown(found)} 出现两次。`,
    page: "每个联盟只列一次。",
  },
  MISSING_COALITION: {
    message: ({ expected }) => `缺少联盟 ${shown(expected)}。`,
    page: "须列出每个联盟，包括空联盟；details 给出缺少的数量。",
  },
  MISSING_PAYOFF: {
    message: ({ path }) => `缺少收益：${path ?? ""}。`,
    page: "每个联盟须给出每个参与者的收益。",
  },
  EMPTY_IMPUTATION_SET: {
    message: () => "没有任何分配能使每个参与者至少得到其单独所得。",
    page: "全体的价值低于各自单独之和，因此不存在分配，也不存在核仁。",
  },
};
