import type { Supported, SupportUnknowns } from "./add-support.js";
import { combine, unknown } from "./expression.js";
import type { Place } from "./place.js";
import { turningPrice } from "./turning-price.js";
import type { UnitBuilder } from "./unit-builder.js";

/**
 * Floors and ceilings of a dispersed good, whose producers have a price of their own. What a region sells to itself is one
 * sale, so a regulated price is put on it once: on what arrives under a floor, on what producers get under a ceiling.
 *
 * @param rule the floor or ceiling, its unknowns still to be added.
 */
export function addDispersedSupport(
  builder: UnitBuilder,
  good: number,
  plain: Place,
  rule: SupportUnknowns,
  regime: "held" | "open" | undefined,
): Supported {
  const { price } = rule;
  if (regime === "open") return { place: plain, support: rule };
  switch (rule.mechanism) {
    case "regulated": {
      const gate = turningPrice(builder, good, plain.produce, price, 1);
      const inside = turningPrice(builder, good, plain.use, price, 1);
      return {
        place: {
          ...plain,
          ...{ leave: gate.regulated, received: gate.regulated, own: { leave: plain.produce } },
          ...{ use: inside.regulated, paid: inside.regulated },
        },
        support: { ...rule, perUnit: inside.perUnit, gate: gate.perUnit },
      };
    }
    case "ceiling": {
      const gate = turningPrice(builder, good, plain.produce, price, -1);
      const inside = turningPrice(builder, good, plain.use, price, -1);
      return {
        place: { ...plain, produce: gate.regulated, received: gate.regulated, paid: inside.regulated },
        support: { ...rule, perUnit: inside.perUnit, gate: gate.perUnit },
      };
    }
    case "border":
      return addBorderLevy(builder, good, plain, rule);
    default: {
      const { perUnit, regulated } = turningPrice(builder, good, plain.produce, price, 1, regime);
      return {
        place: { ...plain, produce: regulated, received: regulated },
        support: { ...rule, perUnit },
      };
    }
  }
}

/** The levy lifts the cheapest import to the floor and is the same for all; what a region sells to itself pays none. */
function addBorderLevy(builder: UnitBuilder, good: number, plain: Place, rule: SupportUnknowns): Supported {
  const cheapest = builder.price(good);
  builder.constant(cheapest, -builder.scales.quantity[good]);
  const levy = builder.payment(good);
  builder.linear(levy, cheapest, 1);
  builder.linear(levy, levy, 1);
  builder.constant(levy, -rule.price);
  const arrive = combine([1, plain.arrive], [1, unknown(levy, -1)]);
  return {
    place: { ...plain, arrive, cheapest, own: { arrive: plain.arrive } },
    support: { ...rule, perUnit: levy },
  };
}
