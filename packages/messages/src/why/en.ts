import type { CauseFacts, WhyWords } from "./why-words.js";

const subject = ({ metric, good, region, partner }: CauseFacts): string => {
  switch (metric) {
    case "price":
      return `the price of ${good} in ${region}`;
    case "imports-from":
      return `what ${region} buys of ${good} from ${partner}`;
    case "production":
      return `output of ${good} in ${region}`;
    default:
      return [metric, good && `of ${good}`, region && `in ${region}`].filter(Boolean).join(" ");
  }
};

export const whyEn: WhyWords = {
  link: (facts) =>
    `${subject(facts)} ${facts.rises ? "rises" : "falls"} from ${facts.before} to ${facts.after} ${facts.unit}${facts.percent && ` (${facts.percent})`}`,
  chain: (lever, links) => `${lever}: ${links.join("; then ")}.`,
  alone: "Each chain shows the lever acting alone.",
};
