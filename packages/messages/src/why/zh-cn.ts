import type { CauseFacts, WhyWords } from "./why-words.js";

const subject = ({ metric, good, region, partner }: CauseFacts): string => {
  switch (metric) {
    case "price":
      return `${region}的${good}价格`;
    case "imports-from":
      return `${region}自${partner}购买的${good}`;
    case "production":
      return `${region}的${good}产量`;
    default:
      return `${region}${good && `的${good}`}${metric}`;
  }
};

export const whyZhCn: WhyWords = {
  link: (facts) =>
    `${subject(facts)}由 ${facts.before} ${facts.rises ? "升" : "降"}至 ${facts.after} ${facts.unit}${facts.percent && `（${facts.percent}）`}`,
  chain: (lever, links) => `${lever}：${links.join("；随后")}。`,
  alone: "每条因果链只让该工具单独起作用。",
};
