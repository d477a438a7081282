import { importArchive } from "../../src/import/import.ts";
import { importFormats } from "../../src/import/import-formats.ts";

// A process of its own, whose memory is the import's: `node measure-import.ts FORMAT SOURCE CONTENT`. Prints JSON: what was
// written, and the most memory the process has had in megabytes.
const [format, source = "", content = ""] = process.argv.slice(2);
const known = importFormats.find((name) => name === format);
if (known === undefined) throw new Error(`no format "${String(format)}"`);
const started = process.cpuUsage();
const { written, alreadyThere, skipped } = importArchive({ format: known, sources: [source], content, dryRun: process.argv.includes("--dry-run") });
const { user, system } = process.cpuUsage(started);
console.log(JSON.stringify({ written, alreadyThere, broken: skipped.filter(({ broken }) => broken).length, megabytes: Math.round(process.resourceUsage().maxRSS / 1024), cpuSeconds: Math.round((user + system) / 1e5) / 10 }));
