import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { jsonSchemas } from "../src/content/json-schemas.ts";

// Writes schemas/ anew: node tools/schemas.ts
const folder = path.join(import.meta.dirname, "../schemas");
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(path.join(folder, name), text);
