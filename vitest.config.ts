import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/machine/**"],
    globalSetup: "tests/temporary-folder.ts",
    // By itself vitest leaves one core free.
    maxWorkers: availableParallelism(),
    // Whole sites are built and real browsers started; a slow machine must not fail for that.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
