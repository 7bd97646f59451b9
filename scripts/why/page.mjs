/** Digits of the figures: enough to see that contributions add up, too few to see the last bits of a solver. */
const digits = 4;

const opening = `# Ten answers of \`didym why\`, checked by hand

Written by \`node scripts/why-examples.mjs\` from the shipped data; the questions and the remarks of the last paragraph of each are in
\`checks/why/examples.yaml\`, where the sign of every contribution is stated too. Contributions are Shapley values over the levers that the
scenario adds to the policies in force: each lever's mean effect over all orders in which the levers may come, so that they add up to the
whole change. A chain shows one lever acting alone, so its last link need not equal the contribution above it. Figures are rounded to ${digits} digits.
`;

/** The page, from the examples and what was answered to each. */
export function pageOf(examples, answers) {
  return [opening, ...examples.map((example, i) => sectionOf(i + 1, example, answers[i]))].join("\n");
}

function sectionOf(number, { scenario, metric, right }, answer) {
  const { contributions, causes, total, without, unit } = answer;
  const rows = [
    ["without", without],
    ...contributions.map(({ lever, value }) => [`\`${lever}\``, value]),
    ["whole change", total],
    ["with", answer.with],
  ];
  return [
    `## ${number}. ${scenario}: ${metric}`,
    "",
    `\`didym why ${scenario} --metric ${metric}\`, ${unit === "1" ? "ratio" : unit}:`,
    "",
    "| | contribution |",
    "| --- | ---: |",
    ...rows.map(([name, value]) => `| ${name} | ${figure(value)} |`),
    "",
    ...causes.flatMap(({ text }) => [`* ${text.en}`, `  ${text.zh}`]),
    "",
    `**Why this is right.** ${right.en}`,
    "",
    right.zh,
    "",
  ].join("\n");
}

function figure(value) {
  const rounded = Number(value.toPrecision(digits));
  const text =
    Math.abs(rounded) >= 10 ** (digits - 1) ? Math.round(rounded).toLocaleString("en") : `${rounded}`;
  return text.replace("-", "−");
}
