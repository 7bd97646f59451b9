import type { Chain, Text } from "../chain/chain.js";

/** Names of the figures that no table names, in both languages, from the names of the chain. */
export class FigureLabels {
  private readonly names: ReadonlyMap<string, Text>;

  constructor(chain: Chain) {
    const named = [...chain.regions, ...chain.goods, ...chain.endUses];
    this.names = new Map(named.map(({ id, name }) => [id, name]));
  }

  level(node: string, region: string): Text {
    const where = this.name(region);
    return { en: `Level of ${node} (${where.en})`, zh: `${where.zh}：${node} 的规模` };
  }

  yield(node: string, good: string): Text {
    const what = this.name(good);
    return { en: `Yield of ${what.en} in ${node}`, zh: `${node} 的${what.zh}收率` };
  }

  use(endUse: string, good: string): Text {
    const [use, what] = [this.name(endUse), this.name(good)];
    return { en: `World use of ${what.en} in ${use.en}`, zh: `世界${use.zh}所用${what.zh}` };
  }

  disposal(region: string, good: string): Text {
    const [where, what] = [this.name(region), this.name(good)];
    return { en: `Unsold: ${what.en} of ${where.en}`, zh: `${where.zh}未售出的${what.zh}` };
  }

  recycled(region: string, good: string): Text {
    const [where, what] = [this.name(region), this.name(good)];
    return { en: `Old scrap: ${what.en} of ${where.en}`, zh: `${where.zh}由旧废料再生的${what.zh}` };
  }

  quote(region: string, good: string): Text {
    const [where, what] = [this.name(region), this.name(good)];
    return { en: `Another quote: ${what.en} of ${where.en}`, zh: `${where.zh}${what.zh}的另一报价` };
  }

  private name(id: string): Text {
    return this.names.get(id) ?? { en: id, zh: id };
  }
}
