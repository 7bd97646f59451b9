import { matchesGood, regionsOf } from "../baseline/matching.js";
import type { Chain } from "../chain/chain.js";
import type { Subject } from "./fact.js";

/** Reads what names in rows mean in a chain, by index. */
export class Names {
  private readonly goodIds: readonly string[];
  private readonly regionIds: readonly string[];

  constructor(readonly chain: Chain) {
    this.goodIds = chain.goods.map(({ id }) => id);
    this.regionIds = chain.regions.map(({ id }) => id);
  }

  goods(pattern: string): number[] {
    return this.goodIds.flatMap((id, i) => (matchesGood(pattern, id) ? [i] : []));
  }

  goodsOfStage(stage: string): number[] {
    return this.chain.goods.flatMap((good, i) => (good.stage === stage ? [i] : []));
  }

  /** None for `*`: rows about every region are about no region in particular. */
  regions(selector: string): number[] {
    if (selector === "*" || selector === "") return [];
    return regionsOf(this.chain, selector).flatMap((id) => {
      const at = this.regionIds.indexOf(id);
      return at < 0 ? [] : [at];
    });
  }

  /** What a technology is there to make: all outputs of a separation or of recycling, else the good its level counts, scrap left out. */
  productsOf(technology: string): number[] {
    const found = this.chain.technologies.find(({ id }) => id === technology);
    if (found === undefined) return [];
    const many = found.kind === "separation" || found.kind === "recycling";
    return (many ? Object.keys(found.outputs) : [found.levelGood]).flatMap((good) => this.goods(good));
  }

  goodsOfUse(endUse: string): number[] {
    const found = this.chain.endUses.find(({ id }) => id === endUse);
    return (found?.goods ?? []).flatMap((good) => this.goods(good));
  }

  /** What the terms of a figure name: `flow:CHN>USA:magnet.* + output:…`. */
  subjectOfTerms(terms: string): Subject {
    const goods = new Set<number>();
    const regions = new Set<number>();
    for (const word of terms.split(/ \+ |:/u)) {
      for (const good of word.includes(".") ? this.goods(word) : []) goods.add(good);
      for (const selector of word.split(">"))
        for (const region of this.regions(selector)) regions.add(region);
      if (word === "mine") for (const good of this.goodsOfStage("concentrate")) goods.add(good);
      if (word === "oxide") for (const good of this.goodsOfStage("oxide")) goods.add(good);
    }
    return { goods: [...goods], regions: [...regions], endUses: [], technologies: [] };
  }
}
