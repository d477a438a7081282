import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { diskTrouble } from "./build/disk-trouble.ts";
import { projectFolder } from "./build/project.ts";
import { BagError } from "./build/bag/bag-error.ts";
import { OutputFolderError } from "./build/publish.ts";
import { LockedError } from "./build/lock.ts";
import { parseCommand, usage, type Command } from "./command.ts";
import { ContentFolderError } from "./content/content-folder.ts";
import { ContentError } from "./model/content-error.ts";
import { ImportError } from "./import/import-error.ts";
import { SuggestError } from "./suggest/suggest-error.ts";

/**
 * Runs the words after `backfile` and prints what comes of it. Returns the exit code: 0 done, 1 the content is wrong,
 * 2 the command is wrong, 3 something else failed.
 */
export async function main(args: readonly string[]): Promise<number> {
  const command = parseCommand(args);
  if ("wrong" in command) {
    console.error(`${command.wrong}\n\n${usage}`);
    return 2;
  }
  try {
    return await run(command);
  } catch (error) {
    return report(error, "json" in command && command.json, command.name === "suggest" ? "written" : "published");
  }
}

async function run(command: Command): Promise<number> {
  switch (command.name) {
    case "help":
      console.log(usage);
      return 0;
    case "build": {
      // The second of V8's two optimizing compilers does not pay within a minute: a first build of 19,042 articles takes a tenth
      // less CPU without it, one of 95,210 no more.
      setFlagsFromString("--no-turbofan");
      // What a second build has in memory it needs to the end: looking for garbage three times on the way, each time the heap has grown
      // to twice its size, finds next to nothing, and took a tenth of its CPU.
      setFlagsFromString("--heap-growing-percent=1000");
      // In a first build garbage is collected when the heap has grown by half, and not by several times that: at most 340 MB instead of
      // 380 (at 90) with 19,042 articles, 860 instead of 880 with 95,210, for no CPU seconds that could be measured.
      const anew = (): void => setFlagsFromString("--heap-growing-percent=50");
      const { buildSite } = await import("./build/build.ts");
      const { progressOn, silence } = await import("./build/progress.ts");
      const { formatSummary } = await import("./build/summary.ts");
      const summary = await buildSite({ ...command, anew, progress: command.json ? silence : progressOn(process.stdout) });
      console.log(command.json ? JSON.stringify(summary) : formatSummary(summary, command.output));
      return 0;
    }
    case "bag": {
      const { bagArchive } = await import("./build/bag/bag.ts");
      const { formatBag } = await import("./build/bag/format-bag.ts");
      const { progressOn, silence } = await import("./build/progress.ts");
      const bagged = await bagArchive(command.folder, { ...command, progress: command.json ? silence : progressOn(process.stdout) });
      console.log(command.json ? JSON.stringify(bagged) : formatBag(bagged));
      return 0;
    }
    case "verify": {
      const { verifyFolder } = await import("./build/verify/verify-folder.ts");
      const { readSettings } = await import("./content/read-settings.ts");
      const { formatVerify } = await import("./build/verify/format-verify.ts");
      if (command.fixity) {
        const { verifyFixity } = await import("./build/verify/fixity.ts");
        const { formatFixity } = await import("./build/verify/format-verify.ts");
        const checked = verifyFixity(command.folder);
        console.log(command.json ? JSON.stringify(checked) : formatFixity(checked));
        return checked.problems.length > 0 ? 1 : 0;
      }
      const verified = verifyFolder(command.folder, readSettings(command.content).elsewhere);
      console.log(command.json ? JSON.stringify(verified) : formatVerify(verified));
      return verified.problems.length > 0 ? 1 : 0;
    }
    case "check": {
      const { checkContent } = await import("./build/check.ts");
      const { formatCheck } = await import("./build/format-check.ts");
      const { archive, articleFiles, warnings } = await checkContent(command.content, command.asOf);
      console.log(command.json ? JSON.stringify({ articles: articleFiles, problems: [], warnings }) : formatCheck(archive, articleFiles, warnings));
      return 0;
    }
    case "serve": {
      const { serveSite } = await import("./build/serve.ts");
      return serveSite({
        ...command,
        base: command.basePath,
        projectRoot: projectFolder,
        print: (line, stream) => (stream === "error" ? console.error(line) : console.log(line)),
      });
    }
    case "import": {
      const { importArchive } = await import("./import/import.ts");
      const { formatReport } = await import("./import/format-report.ts");
      const { hasProblems } = await import("./import/report.ts");
      const imported = importArchive(command);
      console.log(formatReport(imported));
      return hasProblems(imported) ? 1 : 0;
    }
    case "new": {
      const { writeNewArticle } = await import("./import/new-article.ts");
      const { file, address, taken } = writeNewArticle(command);
      const because = taken === undefined ? "" : ` (${taken} is there already)`;
      console.log(`wrote ${join(command.content, file)}${because}\nIts address will be ${address}, once its line "status: draft" is gone.`);
      return 0;
    }
    case "suggest": {
      const { suggestTags } = await import("./suggest/suggest.ts");
      const { formatSuggestions } = await import("./suggest/format-suggestions.ts");
      const outcome = suggestTags(command);
      console.log(command.json ? JSON.stringify(outcome) : formatSuggestions(outcome));
      return (outcome.accepted?.unwritten.length ?? 0) > 0 ? 1 : 0;
    }
  }
}

function report(error: unknown, json: boolean, undone: "published" | "written"): number {
  if (error instanceof ContentError) {
    const { problems } = error;
    if (json) console.log(JSON.stringify({ problems }));
    else console.error(`${error.message}\n${problems.length === 1 ? "1 problem" : `${problems.length} problems`}; nothing was ${undone}`);
    return 1;
  }
  if (error instanceof ContentFolderError || error instanceof OutputFolderError || error instanceof BagError || error instanceof ImportError || error instanceof SuggestError) {
    console.error(error.message);
    return 2;
  }
  console.error(error instanceof LockedError ? error.message : (diskTrouble(error) ?? error));
  return 3;
}
