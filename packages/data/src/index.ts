export { readDataFolder } from "./read-data-folder.js";
export { contentHash, runHash } from "./content-hash.js";
export { compileData, type ChainTables, type CompiledData } from "./compile-data.js";
export { writeCompiled } from "./write-compiled.js";
export { compiledFolder, readChainTables, readEvidence } from "./read-compiled.js";
export { compileChain } from "./chain.js";
export { rareEarths, readChainFile } from "./rare-earths.js";
export { compileStudies, type CompiledStudy, type StudiesFile } from "./studies-file.js";
