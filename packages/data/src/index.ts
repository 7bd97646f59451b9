export { readDataFolder } from "./read-data-folder.js";
