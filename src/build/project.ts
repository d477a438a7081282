import path from "node:path";

/** Backfile's own folder, where package.json, layouts/ and src/ stand. */
export const projectFolder = path.resolve(import.meta.dirname, "../..");

/** Where image files, build state and lock are kept between builds. */
export const cacheFolder = path.join(projectFolder, ".cache");
